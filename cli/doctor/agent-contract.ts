import { metricChecks } from "./agent-metrics";
import type { ContractCheck } from "./contract-check";
import { parseExposition } from "./exposition";

/** The paths of this fleet's contract. */
export interface ContractPaths {
  readonly health: string;
  readonly ready: string;
}

const PATHS: ContractPaths = { health: "/healthz", ready: "/readyz" };
/** A path that no agent serves. */
const NOWHERE = "/fleet-doctor-asks-for-nothing";

interface Answer {
  readonly status: number | null;
  readonly body: string;
  /** Why there is no status. */
  readonly error: string;
}

/**
 * Asks a running agent whether it keeps the contract of docs/agent-contract.md. Asks only, and changes nothing.
 *
 * @param url where it listens, such as `http://127.0.0.1:8080`
 * @param timeout of one request, in milliseconds
 * @returns one result a sentence of the contract; an agent that does not answer breaks them all
 */
export async function agentContract(
  url: string,
  timeout: number,
  paths: ContractPaths = PATHS,
): Promise<readonly ContractCheck[]> {
  const get = (path: string): Promise<Answer> => ask(new URL(path, url), timeout);
  const all = await Promise.all([get(paths.health), get(paths.ready), get("/metrics"), get(NOWHERE)]);
  const [health, ready, metrics, nowhere] = all;
  const checks: ContractCheck[] = [
    {
      id: "liveness",
      kept: health.status === 200,
      found: said(health),
      wanted: `200 on ${paths.health}`,
      fix: `Serve ${paths.health}: 200 for as long as the process lives, whatever it depends on or is busy with.`,
    },
    {
      id: "readiness",
      kept: ready.status === 200,
      found: said(ready),
      wanted: `200 on ${paths.ready}`,
      fix:
        ready.status === 429 || ready.status === 503
          ? "It serves it and says that it takes no work now. Ask again when it is idle and what it depends on is up."
          : `Serve ${paths.ready}: 200 when work can be taken, 429 while load is shed, 503 while something is missing.`,
    },
    {
      id: "no-catch-all",
      kept: nowhere.status === 404,
      found: said(nowhere),
      wanted: `404 on ${NOWHERE}`,
      fix: "Answer 404 for what is not served: an agent that says 200 to everything is never found unhealthy.",
    },
    {
      id: "metrics",
      kept: metrics.status === 200,
      found: said(metrics),
      wanted: "200 on /metrics",
      fix: "Serve /metrics in Prometheus' text format on the same port.",
    },
  ];
  if (all.every(({ status }) => status === null)) return checks;
  const scrape = parseExposition(metrics.status === 200 ? metrics.body : "");
  return [...checks, ...metricChecks(scrape)];
}

function said({ status, error }: Answer): string {
  return status === null ? error : String(status);
}

async function ask(url: URL, timeout: number): Promise<Answer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout), redirect: "manual" });
    return { status: response.status, body: await response.text(), error: "" };
  } catch (error) {
    // `fetch failed` says nothing; what it failed of is its cause.
    const { cause, message } = error as {
      readonly cause?: { readonly message?: string };
      readonly message?: string;
    };
    return { status: null, body: "", error: cause?.message ?? message ?? String(error) };
  }
}
