import { checkStack } from "../../cli/pipeline";
import type { Checked } from "../../cli/pipeline";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { evaluate } from "../../policies/evaluate";
import { RULES } from "../../policies/rules";
import { Project, ROOT } from "../support/project";

/** The real fleet in stack dev, which keeps every rule. */
export const clean = once(() => checkStack(ROOT, "dev"));

/** Stack staging of a catalog whose first agent may have more memory than the profile allows. */
export const broken = once((): Checked => {
  const project = new Project();
  try {
    const text = project.read("catalog/agents.yaml");
    const name = BROKEN_AGENT;
    if (!text.includes(`  - name: ${name}\n`)) throw new Error(`no agent ${name} to break`);
    project.edit("catalog/agents.yaml", `  - name: ${name}\n`, `  - name: ${name}\n    memory: 2GiB\n`);
    return checkStack(project.root, "staging");
  } finally {
    project.remove();
  }
});

export const BROKEN_AGENT = "agent-orchestrator";

/** The broken fleet, with one container whose memory is not known yet and one finding that is exempt. */
export const mixed = once((): Checked => {
  const checked = broken();
  const other = checked.plan.agents.find((agent) => agent.name !== BROKEN_AGENT)?.name;
  const resources = checked.resources.map((resource): ResourceView =>
    resource.type === CONTAINER && resource.name === other
      ? { ...resource, properties: { ...resource.properties, memory: UNKNOWN } }
      : resource,
  );
  const report = evaluate(resources, { ...checked, alerts: checked.plan.alerts }, RULES);
  const [first] = report.findings;
  if (first === undefined) throw new Error("nothing was found");
  const exempt = {
    ...first,
    fingerprint: "0000000000000000",
    suppression: {
      kind: "exemption" as const,
      reason: "load test until the pool is larger",
      place: { file: "catalog/exemptions.yaml", line: 7, column: 5 },
      ticket: "FLEET-12",
      owner: "machine-learning",
      approver: "security",
      expires: "2026-12-31",
    },
  };
  return { ...checked, resources, report: { ...report, findings: [...report.findings, exempt] } };
});

/** Plans and polices once for all tests of a file: nothing changes what comes out. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Texts that the code branches on; everything else a catalog could say is replaced. */
const DECIDES = new Set(["status", "level", "kind", "unit", "verdict", "pool", "class", "criticality"]);

/** The same shape with hostile words at the end of every text. */
export function poisoned<T>(value: T, poison: string): T {
  const walk = (item: unknown, key: string): unknown => {
    if (typeof item === "string") return DECIDES.has(key) ? item : `${item}${poison}`;
    if (Array.isArray(item)) return item.map((entry) => walk(entry, key));
    if (item === null || typeof item !== "object") return item;
    return Object.fromEntries(Object.entries(item).map(([name, entry]) => [name, walk(entry, name)]));
  };
  return walk(value, "") as T;
}
