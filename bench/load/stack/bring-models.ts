import { setTimeout as pause } from "node:timers/promises";
import type Docker from "dockerode";
import type { FleetPlan, ServicePlan } from "../../../fleet/plan/types";
import { provideModel } from "./model";

const LOOK_EVERY = 300;

/** Work that goes on beside `up`. */
export interface Bringing {
  readonly done: Promise<void>;
  stop(): void;
}

/**
 * Brings every model server of a plan its models as soon as it runs, for where no registry has them: `up` waits for a
 * server until it has them.
 */
export function bringModels(docker: Docker, plan: FleetPlan, say: (line: string) => void): Bringing {
  const end = new AbortController();
  const bring = async (service: ServicePlan, container: string) => {
    for (const model of service.models) {
      while (!end.signal.aborted) {
        const host = await addressOf(docker, container, plan.naming.network);
        const port = service.ports["http"] ?? 0;
        // Whatever fails now may do in a moment: it has only just started.
        const brought = host === null ? null : await provideModel({ host, port }, model).catch(() => null);
        if (brought !== null) {
          say(`${container} ${brought ? "has" : "got a tiny"} model ${model}`);
          break;
        }
        await pause(LOOK_EVERY, undefined, { signal: end.signal }).catch(() => undefined);
      }
    }
  };
  const servers = plan.services.filter(({ models }) => models.length > 0);
  const all = servers.flatMap((service) => service.containerNames.map((name) => bring(service, name)));
  return {
    done: Promise.all(all).then(() => undefined),
    stop: () => {
      end.abort();
    },
  };
}

async function addressOf(docker: Docker, container: string, network: string): Promise<string | null> {
  try {
    const { State, NetworkSettings } = await docker.getContainer(container).inspect();
    const host = NetworkSettings.Networks[network]?.IPAddress ?? "";
    return State.Running && host !== "" ? host : null;
  } catch {
    return null;
  }
}
