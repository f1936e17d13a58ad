import type { Checked } from "../../pipeline";
import { Agents } from "./agents";
import { Alerts } from "./alerts";
import { Budgets } from "./budgets";
import { Document } from "./document";
import { Findings } from "./findings";
import { Header } from "./header";
import { Made } from "./made";
import { Navigation } from "./navigation";
import { Pools } from "./pools";
import { Routes } from "./routes";
import { Rules } from "./rules";
import { FILTER_SCRIPT } from "./filter-script";
import { Services } from "./services";
import { StartOrder } from "./start-order";
import { SummaryTiles } from "./summary";

/** The whole document. */
export function Page(checked: Checked) {
  const { plan, report } = checked;
  return (
    <Document title={`${plan.fleet} ${plan.stack}: ${report.summary.verdict}`} script={FILTER_SCRIPT}>
      <Header kind="Fleet report" report={report} />
      <div class="layout">
        <Navigation {...checked} />
        <main>
          <SummaryTiles {...checked} />
          <Findings {...report} />
          <Budgets budgets={plan.budgets} />
          <Pools {...checked} />
          <Agents {...checked} />
          <Services services={plan.services} />
          <StartOrder waves={plan.waves} />
          <Routes routes={plan.routes} queue={plan.queue} />
          <Rules {...report} />
          <Alerts alerts={plan.alerts} />
          <Made {...checked} />
        </main>
      </div>
    </Document>
  );
}
