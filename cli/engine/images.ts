import type Docker from "dockerode";
import type { AgentImage } from "../../fleet/catalog/types";
import type { FleetPlan } from "../../fleet/plan/types";
import { ensureAgentImage } from "./ensure-agent-image";
import { follow } from "./docker-stream";
import { EngineError } from "./engine-error";
import { failureError, failureOf } from "./failures";
import type { EngineRequest } from "./request";
import { ensureStubImage, imageExists } from "./stub-image";

/** An image of the plan, and who runs it. */
interface Needed {
  readonly reference: string;
  readonly users: readonly string[];
}

/**
 * Makes or pulls every image of the plan, and says how each that was not there came.
 *
 * @throws EngineError `image-unavailable` with everything that is missing, `disk-full`
 */
export async function ensureImages(
  docker: Docker,
  request: Pick<EngineRequest, "plan" | "catalog" | "home">,
  say: (line: string) => void,
): Promise<void> {
  const missing: string[] = [];
  for (const { reference, users } of neededImages(request.plan)) {
    try {
      await ensureImage(docker, reference, request, say);
    } catch (error) {
      const more = users.length > 3 ? ` and ${users.length - 3} more` : "";
      const reason = error instanceof EngineError ? error.found : messageOf(error);
      const known = failureOf(reason);
      // No other image would fit either, and what helps is room, not another registry.
      if (known.code === "disk-full") throw failureError(known, `${reference}: ${reason.trim()}`);
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

/** The images of a plan, each once: those of agents first. */
export function neededImages(plan: FleetPlan): Needed[] {
  const images = new Map<string, string[]>();
  for (const { image, name } of [...plan.agents, ...plan.services]) {
    const users = images.get(image.reference);
    if (users === undefined) images.set(image.reference, [name]);
    else users.push(name);
  }
  return [...images].map(([reference, users]) => ({ reference, users }));
}

async function ensureImage(
  docker: Docker,
  reference: string,
  { catalog, home }: Pick<EngineRequest, "catalog" | "home">,
  say: (line: string) => void,
): Promise<void> {
  const pull = async () => {
    say(`pulling ${reference} ...`);
    await follow(docker, await docker.pull(reference));
  };
  const own = builtinImage(reference, catalog.images.values());
  if (own?.builtin === "reference-agent") {
    await ensureAgentImage(docker, own, { home, pull, say });
    return;
  }
  if (own?.builtin === "stub") {
    const { livenessPath, readinessPath } = catalog.profiles.health;
    const source = await ensureStubImage(docker, { ...own, paths: [livenessPath, readinessPath] });
    if (source !== "present") say(`made the image ${reference}: ${source}`);
    return;
  }
  if (!(await imageExists(docker, reference))) await pull();
}

/** The entry of an image that the command line can make; one with a locked digest has to be that one. */
function builtinImage(reference: string, images: Iterable<AgentImage>): AgentImage | null {
  for (const image of images) if (image.reference === reference && image.digest === null) return image;
  return null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
