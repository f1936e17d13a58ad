import type { ServiceEntry } from "../../../fleet/catalog/schema.generated";
import type { Part } from "../../../fleet/catalog/types";
import { secretIn } from "../../../policies/read/secrets";
import { readReference } from "../known-images";
import { catalogName } from "../names";
import type { Note } from "../notes";
import type { ComposeService, HealthCheck } from "../service";
import { REFERENCE, USER } from "./images";
import { notingFor, printed } from "./noting";

const DEFAULT_USER = "65534:65534";
const DEFAULT_MEMORY = 256;
const DEFAULT_CPU = 0.5;
const MOST_CORES = 1024;
/** As the schema has texts. */
const LONGEST = 500;

/** The entry of a service around the agents; null when it can't be one, which is noted. */
export function serviceEntry(
  service: ComposeService,
  part: Part,
  owner: string,
  notes: Note[],
): ServiceEntry | null {
  const note = notingFor(service, notes);
  const [reference = ""] = (service.image?.value ?? "").split("@");
  const image = readReference(reference).tag === null ? `${reference}:latest` : reference;
  const command = checkOf(service.health);
  if (command === null || !REFERENCE.test(image)) {
    note(
      "lost",
      "service-left-out",
      "is left out: a service needs an image and a health check that can be written down",
      "write its entry into catalog/services.yaml",
    );
    return null;
  }
  const user = service.user?.value ?? "";
  if (!USER.test(user))
    note(
      "guessed",
      "user",
      `user ${DEFAULT_USER}: a numeric user is wanted`,
      "see which user the image is made for",
    );
  if (service.memory === null)
    note("guessed", "memory", `memory ${DEFAULT_MEMORY}MiB: no limit is set`, "measure it");
  const environment = environmentOf(service);
  if (environment.length < service.environment.size)
    note(
      "lost",
      "environment",
      "variables that are secret, empty or not set",
      "hand secrets over as secrets",
    );
  const volumes = service.volumes.flatMap(({ source, target }) =>
    source !== null && /^[a-z]/i.test(source) && target.startsWith("/")
      ? [[catalogName(source), target] as const]
      : [],
  );
  const cores = Math.min(service.cpus?.value ?? DEFAULT_CPU, MOST_CORES);
  return {
    image,
    purpose: `imported from the Compose service ${service.name}`,
    part,
    memory: `${service.memory?.value ?? DEFAULT_MEMORY}MiB`,
    cpu: `${Math.max(1, Math.round(cores * 1000))}m`,
    criticality: "high",
    owner,
    user: USER.test(user) ? user : DEFAULT_USER,
    ports: portsOf(service),
    health: { command: [command[0], ...command.slice(1)], why: "taken over from the Compose file" },
    ...(environment.length === 0 ? {} : { environment: Object.fromEntries(environment) }),
    ...(volumes.length === 0 ? {} : { volumes: Object.fromEntries(volumes) }),
    writable: ["/tmp"],
    stateful: volumes.length > 0,
  };
}

/** The command of a check, where it can stand in a catalog: without secrets and in words that fit. */
function checkOf(health: HealthCheck | null): readonly [string, ...string[]] | null {
  if (health === null || health.disabled) return null;
  const words = health.shell ? ["sh", "-c", health.command.join(" ")] : health.command;
  const fits = (word: string): boolean => word !== "" && word.length <= LONGEST && printed(word) === word;
  const [first, ...rest] = words;
  if (first === undefined || !words.every(fits) || words.some((word) => secretIn(word) !== null)) return null;
  return [first, ...rest];
}

function environmentOf(service: ComposeService): readonly (readonly [string, string])[] {
  return [...service.environment].flatMap(([name, { value }]) => {
    if (value === null || value === "" || value.length > LONGEST || printed(value) !== value) return [];
    const fits = /^[A-Z][A-Z0-9_]{0,59}$/.test(name) && secretIn(`${name}=${value}`) === null;
    return fits ? [[name, value] as const] : [];
  });
}

function portsOf(service: ComposeService): Record<string, number> {
  const targets = [...new Set([...service.ports.map(({ target }) => target), ...service.expose])];
  const valid = targets.filter((port) => port >= 1 && port <= 65535);
  return Object.fromEntries(valid.map((port, index) => [index === 0 ? "main" : `port-${port}`, port]));
}
