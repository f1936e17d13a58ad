import type { Stack } from "@pulumi/pulumi/automation";
import { CONTAINER } from "../../../fleet/resource";
import { EngineError } from "../engine-error";
import { nameOf } from "../events";
import { reachConsul } from "../surroundings";
import type { Registry } from "./registry";

/** What is read of a resource in an exported state. */
interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly dependencies?: readonly string[];
}

/**
 * Resources of an exported state that have to be looked at so that the stack's own Consul runs again: its container
 * and what that stands on. Empty when nothing is registered in it yet: the engine makes both in the right order.
 *
 * @param service the name of the service in the catalog
 */
export function revivalTargets(resources: readonly StateResource[], service: string): readonly string[] {
  if (!resources.some(({ type }) => type.startsWith("consul:"))) return [];
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const container = resources.find(({ type, urn }) => type === CONTAINER && nameOf(urn) === service);
  if (container === undefined) return [];
  const found = new Set<string>();
  const add = (resource: StateResource | undefined): void => {
    if (resource === undefined || found.has(resource.urn)) return;
    found.add(resource.urn);
    for (const urn of resource.dependencies ?? []) add(byUrn.get(urn));
  };
  add(container);
  return [...found];
}

/** True when the Consul answers and has a leader. */
export async function answers({ address }: Registry): Promise<boolean> {
  try {
    await reachConsul({ CONSUL_HTTP_ADDR: address });
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/**
 * Makes the stack's own Consul run again, when agents are registered in it and it doesn't: the engine asks it about
 * each of them, and would give up before it comes to its container.
 *
 * @param allowed asks whether anything may be changed; never asked when nothing has to be
 * @throws EngineError `consul-unreachable` when nothing may be
 */
export async function reviveRegistry(
  stack: Stack,
  registry: Registry,
  allowed: () => Promise<boolean>,
  parallel: number,
  say: (line: string) => void,
): Promise<void> {
  if (registry.own === null) return;
  const exported = await stack.exportStack();
  const { resources = [] } = (exported.deployment ?? {}) as { readonly resources?: readonly StateResource[] };
  const target = [...revivalTargets(resources, registry.own.name)];
  if (target.length === 0 || (await answers(registry))) return;
  if (!(await allowed()))
    throw new EngineError(
      "consul-unreachable",
      "the stack's own Consul does not run",
      `no answer from ${registry.own.containerNames.join(", ")}`,
      "a Consul that can be asked about what is registered in it",
      `Run fleet up --stack NAME: it starts it again.`,
    );
  say("the stack's own Consul does not answer: looking at it first ...");
  await stack.refresh({ target, parallel });
  await stack.up({ target, parallel });
}
