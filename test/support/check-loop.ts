import { setTimeout as pause } from "node:timers/promises";

interface Check {
  readonly Status: string;
  readonly Interval?: string;
  readonly Timeout?: string;
  readonly Definition: { readonly HTTP?: string };
}

/** Asks Consul, and answers the body. Throws what Consul says against it. */
export type AskConsul = (method: string, path: string, body?: unknown) => Promise<unknown>;

/**
 * What consul-esm does for the checks of external services, for suites on machines that can't have it: it asks Consul
 * for the checks of a node, runs each over HTTP as its definition says, and writes what came of it in a transaction
 * that fails when the check has changed meanwhile. One round after the other, without waiting for intervals.
 *
 * @param resolve where the host of a URL is; names of containers mean nothing here
 * @param every milliseconds between rounds
 * @returns what ends it; it throws what went wrong in between
 */
export function startCheckLoop(
  node: string,
  ask: AskConsul,
  resolve: (url: URL) => URL | null,
  every = 50,
): { stop(): Promise<void> } {
  let stopped = false;
  const round = async (): Promise<void> => {
    const checks = (await ask("GET", `/v1/health/node/${node}?consistent`)) as Check[];
    const results = await Promise.all(
      checks.map(async (check) => {
        const address = check.Definition.HTTP ?? "";
        const url = address === "" ? null : resolve(new URL(address));
        if (url === null) return null;
        const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
        const Status = response !== null && response.ok ? "passing" : "critical";
        if (Status === check.Status) return null;
        // Consul tells more of a check than it takes.
        const { Interval: _interval, Timeout: _timeout, ...rest } = check;
        return { ...rest, Status };
      }),
    );
    const changed = results.filter((check) => check !== null);
    for (const Check of changed)
      await ask("PUT", "/v1/txn", [{ Check: { Verb: "cas", Check } }]).catch((error: unknown) => {
        // Somebody registered it again in between: the next round sees what there is now.
        if (!String(error).includes("409")) throw error;
      });
  };
  const loop = (async () => {
    while (!stopped) {
      await round();
      await pause(every);
    }
  })();
  // Said by `stop`; until then nobody waits for it.
  loop.catch(() => undefined);
  return {
    async stop() {
      stopped = true;
      await loop;
    },
  };
}
