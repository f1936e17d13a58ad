import type Docker from "dockerode";
import { imageExists } from "../../../cli/engine/stub-image";
import type { FleetPlan } from "../../../fleet/plan/types";
import {
  ensureAlertmanagerImage,
  ensureConsulImage,
  ensureHaproxyImage,
  ensureOllamaImage,
  ensurePrometheusImage,
  ensureRabbitmqImage,
} from "../../../test/support/service-images";

type Make = (docker: Docker, reference: string) => Promise<void>;

/** What makes an image of this machine's programs, by the repository that the catalog names. */
const MAKERS: Readonly<Record<string, Make>> = {
  "hashicorp/consul": ensureConsulImage,
  haproxy: ensureHaproxyImage,
  "ollama/ollama": ensureOllamaImage,
  "prom/alertmanager": ensureAlertmanagerImage,
  "prom/prometheus": ensurePrometheusImage,
  rabbitmq: ensureRabbitmqImage,
};
/** A registry that does not begin to answer is none. Milliseconds. */
const REGISTRY_WITHIN = 20_000;

/**
 * Sees to it that the image of every service is there: already, pulled, or made of this machine's programs. That of the
 * agents `fleet up` makes itself.
 *
 * @returns how they came to be there, a sentence each
 */
export async function provideImages(
  docker: Docker,
  plan: FleetPlan,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const references = [...new Set(plan.services.map(({ image }) => image.reference))].sort();
  const made: string[] = [];
  const pulled: string[] = [];
  let registry = true;
  for (const reference of references) {
    if (await imageExists(docker, reference)) continue;
    if (registry && (await pull(docker, reference))) {
      pulled.push(reference);
      continue;
    }
    registry = pulled.length > 0;
    const make = MAKERS[reference.slice(0, reference.lastIndexOf(":"))];
    if (make === undefined)
      throw new Error(`the image ${reference} can't be pulled, and nothing here makes it`);
    say(`makes the image ${reference} of this machine's programs`);
    await make(docker, reference);
    made.push(reference);
  }
  return [
    ...(pulled.length > 0 ? [`images pulled: ${pulled.join(", ")}`] : []),
    ...(made.length > 0 ? [`images made of this machine's programs: ${made.join(", ")}`] : []),
  ];
}

async function pull(docker: Docker, reference: string): Promise<boolean> {
  const pulling = docker.pull(reference).then(
    (stream) =>
      new Promise<boolean>((resolve) => {
        docker.modem.followProgress(stream, (error: Error | null) => resolve(error === null));
      }),
    () => false,
  );
  const silent = new Promise<boolean>((resolve) => setTimeout(resolve, REGISTRY_WITHIN, false).unref());
  return Promise.race([pulling, silent]);
}
