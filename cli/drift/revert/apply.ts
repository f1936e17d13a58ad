import type Docker from "dockerode";
import type { ConsulClient } from "../../engine/consul/client";
import type { Action, Step } from "./action";

export interface Applied {
  readonly action: Action;
  /** What went wrong; null when it is done. */
  readonly failure: string | null;
}

/** How long a container may take to stop by itself, in seconds. */
const STOP_WITHIN = 10;

/**
 * Does every action that is not withheld, one after the other. One that fails stops none of the others.
 * What only the engine does is left to it.
 */
export async function applyActions(
  actions: readonly Action[],
  docker: Docker,
  consul: ConsulClient,
  told: (applied: Applied) => void,
): Promise<readonly Applied[]> {
  const applied: Applied[] = [];
  for (const action of actions) {
    if (action.withheld !== null || action.step.do === "engine") continue;
    let failure: string | null = null;
    try {
      await apply(action.step, docker, consul);
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    const done = { action, failure };
    applied.push(done);
    told(done);
  }
  return applied;
}

async function apply(step: Step, docker: Docker, consul: ConsulClient): Promise<void> {
  switch (step.do) {
    case "set-aside": {
      const container = docker.getContainer(step.id);
      if (step.stop) await container.update({ RestartPolicy: { Name: "no", MaximumRetryCount: 0 } });
      if (step.stop) await container.stop({ t: STOP_WITHIN });
      return void (await container.rename({ name: step.to }));
    }
    case "rename":
      return void (await docker.getContainer(step.id).rename({ name: step.to }));
    case "unpause":
      return void (await docker.getContainer(step.id).unpause());
    case "start":
      return void (await docker.getContainer(step.id).start());
    case "stop":
      return void (await docker.getContainer(step.id).stop({ t: STOP_WITHIN }));
    case "remove":
      // The engine makes it anew. Named volumes stay; what Docker made for it alone goes with it.
      return void (await docker.getContainer(step.id).remove({ force: true, v: true }));
    case "update":
      return void (await docker.getContainer(step.id).update(step.limits));
    case "connect": {
      const EndpointConfig = { Aliases: [...step.aliases] };
      return void (await docker.getNetwork(step.network).connect({ Container: step.id, EndpointConfig }));
    }
    case "disconnect":
      return void (await docker.getNetwork(step.network).disconnect({ Container: step.id, Force: true }));
    case "register":
      return consul.put("/v1/catalog/register", step.body);
    case "deregister":
      return consul.put("/v1/catalog/deregister", step.body);
    case "put-key":
      return consul.put(`/v1/kv/${step.path.split("/").map(encodeURIComponent).join("/")}`, step.value);
    case "engine":
      return;
  }
}
