import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { EngineError } from "./engine-error";
import { onPath } from "./tools/on-path";

const CONSUL_DEFAULT = "127.0.0.1:8500";
/** A Consul that is asked on its own machine or network answers in far less. */
const CONSUL_WITHIN = 5_000;
const ANALYZER = "pulumi-analyzer-policy-nodejs";

/**
 * The Consul that runs, as `host:port`.
 *
 * @throws EngineError `consul-unreachable`
 */
export async function reachConsul(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const said = env["CONSUL_HTTP_ADDR"] ?? "";
  const address = said === "" ? CONSUL_DEFAULT : said;
  const url = /^https?:/.test(address) ? address : `http://${address}`;
  let found: string;
  try {
    const response = await fetch(`${url}/v1/status/leader`, { signal: AbortSignal.timeout(CONSUL_WITHIN) });
    const leader = await response.text();
    if (response.ok && leader.trim() !== '""') return address;
    found = `${address} answers ${response.status} and has no leader`;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    found = `${address}: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
  throw new EngineError(
    "consul-unreachable",
    "no Consul answers",
    found,
    "a running Consul with a leader",
    "Start one (consul agent -dev), or set CONSUL_HTTP_ADDR to where it listens.",
  );
}

/** The folder with what starts policy packs, where the machine has none of Pulumi's own; else null. */
export function analyzerFolder(home: string, pulumi: string): string | null {
  if (onPath(ANALYZER) !== null || existsSync(join(dirname(pulumi), ANALYZER))) return null;
  return join(home, "cli", "engine", "bin");
}
