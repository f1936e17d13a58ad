import type { Checked } from "../../pipeline";
import { Agents } from "./agents";
import { Alerts } from "./alerts";
import { Budgets } from "./budgets";
import { Findings } from "./findings";
import { Header } from "./header";
import { Made } from "./made";
import { Navigation } from "./navigation";
import { Pools } from "./pools";
import { Routes } from "./routes";
import { Rules } from "./rules";
import { FILTER_SCRIPT } from "./filter-script";
import { ICON, contentPolicy } from "./policy";
import { Services } from "./services";
import { StartOrder } from "./start-order";
import { STYLES } from "./styles";
import { SummaryTiles } from "./summary";

/** The whole document. The two texts that are not escaped are constants of this folder, never data. */
export function Page(checked: Checked) {
  const { plan, report } = checked;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentPolicy()} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${plan.fleet} ${plan.stack}: ${report.summary.verdict}`}</title>
        <link rel="icon" href={ICON} />
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <a class="skip" href="#findings">
          Skip to the findings
        </a>
        <Header {...checked} />
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
        <script dangerouslySetInnerHTML={{ __html: FILTER_SCRIPT }} />
      </body>
    </html>
  );
}
