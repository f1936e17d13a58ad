import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type Docker from "dockerode";
import { EngineError } from "./engine-error";
import type { EngineRequest } from "./request";
import { ensureStubImage, imageExists } from "./stub-image";
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

/** Makes or pulls every image of the plan. @throws EngineError `image-unavailable` with everything that is missing */
export async function ensureImages(
  docker: Docker,
  { plan, catalog, stack }: EngineRequest,
  say: (line: string) => void,
): Promise<void> {
  const [agent] = plan.agents;
  const images = new Map<string, string[]>();
  const need = (reference: string, who: string) => {
    const users = images.get(reference);
    if (users === undefined) images.set(reference, [who]);
    else users.push(who);
  };
  if (stack.tier.name === "local" && agent !== undefined) {
    const { reference, user } = agent.image;
    const { port, path } = agent.health;
    const paths = [path, catalog.profiles.health.readinessPath];
    const source = await ensureStubImage(docker, { reference, user, port, paths });
    if (source !== "present") say(`made the image ${reference}: ${source}`);
  }
  for (const { image, name } of plan.agents) need(image.reference, name);
  for (const { image, name } of plan.services) need(image.reference, name);
  const missing: string[] = [];
  for (const [reference, users] of images) {
    if (await imageExists(docker, reference)) continue;
    try {
      say(`pulling ${reference} ...`);
      const stream = await docker.pull(reference);
      await new Promise<void>((resolve, reject) => {
        docker.modem.followProgress(stream, (error: Error | null) => {
          if (error === null) resolve();
          else reject(error);
        });
      });
    } catch (error) {
      const more = users.length > 3 ? ` and ${users.length - 3} more` : "";
      const reason = error instanceof Error ? error.message : String(error);
      missing.push(`${reference} for ${users.slice(0, 3).join(", ")}${more} (${reason})`);
    }
  }
  if (missing.length === 0) return;
  throw new EngineError(
    "image-unavailable",
    `${missing.length === 1 ? "an image" : `${missing.length} images`} can't be had`,
    missing.join("; "),
    "every image of the plan, here or in a registry that Docker can reach",
    "Let Docker pull them, load them with docker load, or leave services out: `services` of the tier in stacks/tiers.yaml.",
  );
}

/** The folder with what starts policy packs, where the machine has none of Pulumi's own; else null. */
export function analyzerFolder(home: string, pulumi: string): string | null {
  if (onPath(ANALYZER) !== null || existsSync(join(dirname(pulumi), ANALYZER))) return null;
  return join(home, "cli", "engine", "bin");
}
