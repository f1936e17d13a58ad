import agentsSchema from "../../catalog/schemas/agents.schema.json";
import imagesLockSchema from "../../catalog/schemas/images-lock.schema.json";
import profilesSchema from "../../catalog/schemas/profiles.schema.json";
import servicesSchema from "../../catalog/schemas/services.schema.json";
import tiersSchema from "../../stacks/tiers.schema.json";
import type { Problem, Problems } from "../problem";
import type { Json, PathStep } from "../source/json";
import { suggest } from "../source/suggest";
import type { YamlFile } from "../source/yaml-file";
import type { AgentsFile, ImagesLockFile, ProfilesFile, ServicesFile, TiersFile } from "./schema.generated";
import type { SchemaValidator, SchemaViolation } from "./schema-validator";
import * as validators from "./validators.generated.js";

/** The kinds of files, each with its JSON Schema and the type generated from it. */
export interface FileKinds {
  readonly agents: AgentsFile;
  readonly profiles: ProfilesFile;
  readonly services: ServicesFile;
  readonly imagesLock: ImagesLockFile;
  readonly tiers: TiersFile;
}

const SCHEMAS: Readonly<Record<keyof FileKinds, unknown>> = {
  agents: agentsSchema,
  profiles: profilesSchema,
  services: servicesSchema,
  imagesLock: imagesLockSchema,
  tiers: tiersSchema,
};

/** More violations than this are one mistake repeated: the rest is counted. */
const MAX_VIOLATIONS = 200;

/**
 * Checks a file against the JSON Schema of its kind.
 *
 * @returns the typed value, or null; every violation is in `problems`
 */
export function validate<Kind extends keyof FileKinds>(
  kind: Kind,
  file: YamlFile,
  problems: Problems,
): FileKinds[Kind] | null {
  const validator: SchemaValidator = validators[kind];
  if (validator(file.value)) return file.value as unknown as FileKinds[Kind];
  const seen = new Set<string>();
  for (const violation of (validator.errors ?? []).slice(0, MAX_VIOLATIONS)) {
    const problem = toProblem(violation, SCHEMAS[kind], file);
    if (problem === null) continue;
    const key = JSON.stringify([problem.place, problem.code, problem.message]);
    if (!seen.has(key)) problems.add(problem);
    seen.add(key);
  }
  return null;
}

function toProblem(violation: SchemaViolation, schema: unknown, file: YamlFile): Problem | null {
  const path = pathOf(violation.instancePath, file.value);
  const parent = lookUp(schema, violation.schemaPath.split("/").slice(1, -1));
  const wanted = text(parent["description"]) ?? "a value of another kind";
  const value = valueAt(file.value, path);
  const name = path.length === 0 ? file.file : path.join(".").replace(/\.(\d+)/g, "[$1]");
  switch (violation.keyword) {
    case "additionalProperties":
      return unknownKey(
        text(violation.params["additionalProperty"]) ?? "",
        Object.keys(record(parent["properties"])),
        path,
        file,
      );
    case "required": {
      const key = text(violation.params["missingProperty"]) ?? "";
      const property = lookUp(schema, ["properties", key], parent);
      return {
        code: "missing-key",
        message: `${name} has no ${key}`,
        place: file.placeOf(path),
        found: "nothing",
        wanted: `${key}: ${text(property["description"]) ?? "a value"}`,
        fix: `add ${key}`,
      };
    }
    case "propertyNames":
      // The violations inside of propertyNames say the same with more detail.
      return null;
    case "pattern":
    case "maxLength":
      if (violation.propertyName !== undefined) {
        return {
          code: "wrong-value",
          message: `${violation.propertyName} is no name`,
          place: file.placeOf([...path, violation.propertyName], "key"),
          found: violation.propertyName,
          wanted,
          fix: "rename it",
        };
      }
      return wrongValue(name, value, wanted, path, file);
    case "type":
      return {
        code: typeof value === "number" && /memory|duration/.test(wanted) ? "wrong-unit" : "wrong-type",
        message: `${name} is ${describe(value)}`,
        place: file.placeOf(path),
        found: show(value),
        wanted,
        fix: fixFor(value, wanted),
      };
    default:
      return wrongValue(name, value, wanted, path, file, parent["enum"]);
  }
}

function unknownKey(
  key: string,
  known: readonly string[],
  path: readonly PathStep[],
  file: YamlFile,
): Problem {
  const meant = suggest(key, known);
  return {
    code: "unknown-key",
    message: `${key} is not known here`,
    place: file.placeOf([...path, key], "key"),
    found: key,
    wanted: known.length === 0 ? "no key" : `one of ${known.join(", ")}`,
    fix: meant === null ? "remove it" : `did you mean ${meant}?`,
  };
}

function wrongValue(
  name: string,
  value: Json | undefined,
  wanted: string,
  path: readonly PathStep[],
  file: YamlFile,
  allowed?: unknown,
): Problem {
  const meant =
    typeof value === "string" && Array.isArray(allowed) ? suggest(value, allowed.map(String)) : null;
  const unit = /memory size|duration|CPU in cores/.test(wanted);
  return {
    code: unit ? "wrong-unit" : "wrong-value",
    message: `${name} is not ${wanted}`,
    place: file.placeOf(path),
    found: show(value),
    wanted,
    fix: meant === null ? fixFor(value, wanted) : `did you mean ${meant}?`,
  };
}

/** Where the number is clear and only the unit is wrong, the fix is the text to write. */
function fixFor(value: Json | undefined, wanted: string): string {
  const written = /^(\d+) ?([A-Za-z]*)$/.exec(typeof value === "object" ? "" : String(value));
  if (wanted.includes("memory size") && written !== null) {
    const unit = (written[2] ?? "").toUpperCase().startsWith("G") ? "GiB" : "MiB";
    return `write ${written[1]}${unit}`;
  }
  if (wanted.includes("duration") && written !== null) return `write ${written[1]}s`;
  return `write ${wanted}`;
}

function describe(value: Json | undefined): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : `a ${typeof value}`;
}

function show(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const written = typeof value === "string" ? value : JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}...` : written;
}

/** JSON Pointer to path; a step is an index where the value there is a list. */
function pathOf(pointer: string, root: Json): PathStep[] {
  const path: PathStep[] = [];
  let at: Json | undefined = root;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = Array.isArray(at) ? Number(key) : key;
    path.push(step);
    at = valueAt(at ?? null, [step]);
  }
  return path;
}

function valueAt(root: Json, path: readonly PathStep[]): Json | undefined {
  let at: Json | undefined = root;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<PathStep, Json>)[step];
  }
  return at;
}

/** The part of the schema at a path, following `$ref`; an empty record where there is none. */
function lookUp(
  schema: unknown,
  path: readonly string[],
  from: Record<string, unknown> = record(schema),
): Record<string, unknown> {
  let at = from;
  for (const part of path) {
    at = record(at[part]);
    const reference = text(at["$ref"]);
    if (reference !== null) at = lookUp(schema, reference.split("/").slice(1));
  }
  return at;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
