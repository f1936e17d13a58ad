import type { AgentImageEntry } from "../../../fleet/catalog/schema.generated";
import { programsOf, urlOf } from "../diagnose/health";
import { lacks, readReference, runtimeOf } from "../known-images";
import { catalogName } from "../names";
import type { Note } from "../notes";
import type { ComposeService } from "../service";
import { notingFor, printed } from "./noting";
import type { Noting } from "./noting";

/** As the catalog wants references: with a tag, without a digest. */
export const REFERENCE = /^[a-z0-9][a-z0-9._/-]*(:[0-9]+\/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$/;
export const USER = /^[0-9]+:[0-9]+$/;
const DEFAULT_USER = "10001:10001";
const DEFAULT_PORT = 8080;
/** Below it a port needs rights that an agent does not have. */
const LOWEST_PORT = 1024;
const HIGHEST_PORT = 65535;
const RUNTIMES: Readonly<Record<string, string>> = {
  python: "python",
  python3: "python",
  node: "node",
  wget: "wget",
  curl: "curl",
};

/** The images of agents, each once. */
export class Images {
  readonly entries = new Map<string, AgentImageEntry>();
  private readonly names = new Map<string, string>();

  /** @param taken names that a catalog has already */
  constructor(
    private readonly taken: ReadonlySet<string>,
    private readonly notes: Note[],
  ) {}

  /** The name of the image of a service; adds it when it is new. */
  nameFor(service: ComposeService): string {
    const note = notingFor(service, this.notes);
    const entry: AgentImageEntry = {
      reference: referenceOf(service, note),
      runtime: runtimeFor(service, note),
      user: userOf(service, note),
      port: portOf(service, note),
    };
    const key = JSON.stringify(entry);
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const base = catalogName(readReference(entry.reference).program).slice(0, 50);
    let name = base;
    for (let count = 2; this.entries.has(name) || this.taken.has(name); count++) name = `${base}-${count}`;
    this.entries.set(name, entry);
    this.names.set(key, name);
    return name;
  }
}

function referenceOf(service: ComposeService, note: Noting): string {
  const { image } = service;
  const name = catalogName(service.name);
  if (image === null) {
    note(
      "broken",
      "image-built-here",
      "is built from a folder and has no image that a registry knows",
      "push the image, and name it in `reference`",
      service.build ?? service.place,
    );
    return `imported/${name}:unbuilt`;
  }
  const [withTag = ""] = image.value.split("@");
  const full = readReference(withTag).tag === null ? `${withTag}:latest` : withTag;
  if (image.value.includes("@"))
    note(
      "lost",
      "digest-elsewhere",
      "names a digest, which the catalog keeps in images.lock.yaml",
      "run fleet images lock",
      image.place,
    );
  if (REFERENCE.test(full) && full.length <= 255) return full;
  note(
    "broken",
    "image-unusable",
    `its image is no reference of an image: ${printed(image.value).slice(0, 60)}`,
    "name the image, with its tag, in `reference`",
    image.place,
  );
  return `imported/${name}:unknown`;
}

function runtimeFor(service: ComposeService, note: Noting): string {
  const image = service.image?.value ?? "";
  const told = runtimeOf(image);
  if (told !== null) return told;
  const used = service.health === null ? [] : programsOf(service.health);
  const checked = RUNTIMES[used.find((program) => lacks(image, program) !== true) ?? ""];
  const runtime = checked ?? "python";
  const why = checked === undefined ? "nothing tells what the image has" : "its check uses it";
  const fix = "correct `runtime` of the image: the health check runs with it";
  note("guessed", "runtime", `runtime ${runtime}: ${why}`, fix, service.image?.place);
  return runtime;
}

function userOf({ user }: ComposeService, note: Noting): string {
  const said = user?.value ?? "";
  if (USER.test(said) && !/^0+:/.test(said)) return said;
  const why = said === "" ? "none is set" : "a numeric user that is not root is wanted";
  note("guessed", "user", `user ${DEFAULT_USER}: ${why}`, "correct `user` of the image", user?.place);
  return DEFAULT_USER;
}

function portOf(service: ComposeService, note: Noting): number {
  const [listened] = [...service.ports.map(({ target }) => target), ...service.expose];
  const port = urlOf(service.health)?.port ?? listened ?? null;
  if (port !== null && port >= LOWEST_PORT && port <= HIGHEST_PORT) return port;
  const why = port === null ? "none is named" : `${port} needs rights that an agent does not have`;
  const fix = "correct `port` of the image, or let the agent listen there";
  note("guessed", "port", `port ${DEFAULT_PORT}: ${why}`, fix);
  return DEFAULT_PORT;
}
