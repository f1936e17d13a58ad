import type { Checked } from "../../pipeline";

/** Every chapter with what it counts. */
export function Navigation({ plan, report }: Checked) {
  const chapters: readonly (readonly [id: string, title: string, count: number | null])[] = [
    ["summary", "Summary", null],
    ["findings", "Findings", report.findings.length],
    ["budgets", "Budgets", plan.budgets.length],
    ["pools", "Pools", plan.pools.length],
    ["agents", "Agents", plan.agents.length],
    ["services", "Services", plan.services.length],
    ["start-order", "Start order", plan.waves.length],
    ["routes", "Routes and queue", plan.routes.length],
    ["rules", "Rules", report.rules.length],
    ["alerts", "Alerts", plan.alerts.length],
    ["made", "How it was made", null],
  ];
  return (
    <nav aria-label="Chapters">
      <ul>
        {chapters.map(([id, title, count]) => (
          <li>
            <a href={`#${id}`}>
              {title}
              {count === null ? null : <span class="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
