import { InputError, Problems } from "../../fleet/problem";
import type { Catalog } from "../../fleet/catalog/types";
import type { MiB } from "../../fleet/units/memory";
import { diagnose } from "./diagnose";
import { entriesOfServices } from "./entries";
import type { Entries } from "./entries/types";
import type { ComposeSources } from "./files";
import { loadCompose } from "./load";
import { chooseServices } from "./model";
import { catalogNames } from "./names";
import { groupNotes } from "./notes";
import type { Note, NoteGroup } from "./notes";
import { shownProblem } from "./redact";
import { secretsIn } from "./secrets";

export interface ImportRequest {
  /** Absolute paths, in the order in which each overrides the ones before. */
  readonly files: readonly string[];
  readonly envFiles: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Names, or `*` for all. */
  readonly profiles: readonly string[];
  /** The group that new agents get. */
  readonly group: string;
  /** What is there already; null where there is no catalog. */
  readonly catalog: Catalog | null;
  readonly hostMemory: MiB | null;
  /** In cores. */
  readonly hostCpu: number | null;
}

/** What an import found. Shows no secret. */
export interface Imported {
  /** Names as the Compose files have them. */
  readonly services: readonly string[];
  readonly entries: Entries;
  readonly notes: readonly NoteGroup[];
}

/** What agents answer on where no catalog says it. */
const CONTRACT = { livenessPath: "/healthz", readinessPath: "/readyz" };

/**
 * Reads Compose files and makes catalog entries of them. Writes nothing.
 *
 * @throws InputError with every problem of every file, none of which shows a secret
 */
export function importCompose(request: ImportRequest, sources: ComposeSources): Imported {
  const problems = new Problems();
  const model = loadCompose(request, sources, problems);
  throwShown(problems);
  const { services, inactive } = chooseServices(model, request.profiles, problems);
  const names = catalogNames(services, problems);
  throwShown(problems);
  const { catalog } = request;
  const contract = catalog?.profiles.health ?? CONTRACT;
  const notes: Note[] = [
    ...diagnose(services, {
      livenessPath: contract.livenessPath,
      readinessPath: contract.readinessPath,
      hostMemory: request.hostMemory ?? catalog?.profiles.host.memory ?? null,
      hostCpu: request.hostCpu ?? (catalog === null ? null : catalog.profiles.host.cpu / 1000),
    }),
    ...model.files.flatMap((file) => secretsIn(file)),
    ...model.unset.map(({ name, place }): Note => ({
      kind: "broken",
      code: "variable-unset",
      service: null,
      place,
      text: `${name} is not set and has no default: an empty text stands for it`,
      fix: "set it in the environment or in .env, or give it a default",
    })),
    ...inactive.map((service): Note => ({
      kind: "lost",
      code: "profile-inactive",
      service: service.name,
      place: service.place,
      text: `is left out: it is only there with profile ${service.profiles.join(" or ")}`,
      fix: `add --profile ${service.profiles[0] ?? "NAME"}`,
    })),
  ];
  const known = {
    agents: new Set(catalog?.agentsByName.keys() ?? []),
    services: new Set(catalog?.services.keys() ?? []),
    images: new Set(catalog?.images.keys() ?? []),
    groups: new Set((catalog?.agents ?? []).map((agent) => agent.group)),
    ports: new Set((catalog?.agents ?? []).flatMap((agent) => agent.port ?? [])),
  };
  const entries = entriesOfServices(services, names, known, request.group, notes);
  return { services: services.map(({ name }) => name), entries, notes: groupNotes(notes) };
}

function throwShown(problems: Problems): void {
  try {
    problems.throwIfAny();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map(shownProblem), error.omitted);
  }
}
