import agentsSchema from "../../catalog/schemas/agents.schema.json";
import baselineSchema from "../../catalog/schemas/baseline.schema.json";
import exemptionsSchema from "../../catalog/schemas/exemptions.schema.json";
import imagesLockSchema from "../../catalog/schemas/images-lock.schema.json";
import profilesSchema from "../../catalog/schemas/profiles.schema.json";
import servicesSchema from "../../catalog/schemas/services.schema.json";
import tiersSchema from "../../stacks/tiers.schema.json";
import type { Problem, Problems } from "../problem";
import type { Json, PathStep } from "../source/json";
import { didYouMean } from "../source/suggest";
import { HOLE } from "../source/yaml-file";
import type { YamlFile } from "../source/yaml-file";
import { checkAmounts } from "./amounts";
import { healthyPart } from "./healthy";
import type { Healthy } from "./healthy";
import type {
  AgentsFile,
  BaselineFile,
  ExemptionsFile,
  ImagesLockFile,
  ProfilesFile,
  ServicesFile,
  TiersFile,
} from "./schema.generated";
import type { SchemaValidator, SchemaViolation } from "./schema-validator";
import * as validators from "./validators.generated.js";
import { describe, fixFor, nameOf, short, show } from "./wording";

/** The kinds of files, each with its JSON Schema and the type generated from it. */
export interface FileKinds {
  readonly agents: AgentsFile;
  readonly profiles: ProfilesFile;
  readonly services: ServicesFile;
  readonly imagesLock: ImagesLockFile;
  readonly tiers: TiersFile;
  readonly exemptions: ExemptionsFile;
  readonly baseline: BaselineFile;
}

const SCHEMAS: Readonly<Record<keyof FileKinds, object>> = {
  agents: agentsSchema,
  profiles: profilesSchema,
  services: servicesSchema,
  imagesLock: imagesLockSchema,
  tiers: tiersSchema,
  exemptions: exemptionsSchema,
  baseline: baselineSchema,
};

/** More violations than this are one mistake repeated: the rest is counted. */
const MAX_VIOLATIONS = 200;

/** A file after its schema has seen it. */
export interface Validated<Kind extends keyof FileKinds> {
  /** The typed value; null when anything in it is wrong. */
  readonly data: FileKinds[Kind] | null;
  /** What of it can be relied on, so that one mistake hides no other. */
  readonly healthy: Healthy<FileKinds[Kind]>;
}

/**
 * Checks a file against the JSON Schema of its kind, and its amounts against their units.
 * Every violation is in `problems`.
 */
export function validate<Kind extends keyof FileKinds>(
  kind: Kind,
  file: YamlFile,
  problems: Problems,
): Validated<Kind> {
  const before = problems.count;
  const validator: SchemaValidator = validators[kind];
  const violations = validator(file.value) ? [] : (validator.errors ?? []);
  report(violations, kind, file, problems);
  const broken = violations.flatMap((violation) => brokenPath(violation, file.value));
  const name = (path: readonly PathStep[]): string => nameOf(path, file.value, file.file);
  const amounts = checkAmounts(
    SCHEMAS[kind],
    broken.length === 0 ? file.value : healthyPart(file.value, broken),
    file,
    name,
    problems,
  );
  if (problems.count === before && !file.hasHoles) {
    const data = file.value as unknown as FileKinds[Kind];
    return { data, healthy: data as unknown as Healthy<FileKinds[Kind]> };
  }
  const healthy = healthyPart(file.value, [...broken, ...amounts]) as Healthy<FileKinds[Kind]>;
  return { data: null, healthy };
}

function report(
  violations: readonly SchemaViolation[],
  kind: keyof FileKinds,
  file: YamlFile,
  problems: Problems,
): void {
  const seen = new Set<string>();
  for (const violation of violations.slice(0, MAX_VIOLATIONS)) {
    const problem = toProblem(violation, SCHEMAS[kind], file);
    if (problem === null) continue;
    const key = JSON.stringify([problem.place, problem.code, problem.message]);
    if (!seen.has(key)) problems.add(problem);
    seen.add(key);
  }
  problems.addOmitted(Math.max(0, violations.length - MAX_VIOLATIONS));
}

/** What can't be relied on after a violation. A name that is badly spelled still names something. */
function brokenPath(violation: SchemaViolation, root: Json): PathStep[][] {
  const path = pathOf(violation.instancePath, root);
  switch (violation.keyword) {
    case "required":
    case "propertyNames":
    case "uniqueItems":
    case "minItems":
      return [];
    case "additionalProperties":
      return [[...path, text(violation.params["additionalProperty"]) ?? ""]];
    default:
      if (violation.propertyName !== undefined) return [];
      return path.at(-1) === "name" && typeof valueAt(root, path) === "string" ? [] : [path];
  }
}

function toProblem(violation: SchemaViolation, schema: unknown, file: YamlFile): Problem | null {
  const path = pathOf(violation.instancePath, file.value);
  const here = schemaAt(schema, path);
  const parent = violation.propertyName === undefined ? here : resolve(schema, here["propertyNames"]);
  const wanted = wantedBy(parent);
  const value = valueAt(file.value, path);
  if (value === HOLE) return null;
  const name = nameOf(path, file.value, file.file);
  switch (violation.keyword) {
    case "const":
      // Anything but a whole number is no version of ours, neither older nor newer.
      if (path.length !== 1 || path[0] !== "version" || !Number.isSafeInteger(value)) break;
      return otherVersion(Number(value), Number(violation.params["allowedValue"]), file);
    case "additionalProperties":
      return unknownKey(
        text(violation.params["additionalProperty"]) ?? "",
        Object.keys(record(parent["properties"])),
        path,
        file,
      );
    case "required": {
      const key = text(violation.params["missingProperty"]) ?? "";
      const property = schemaAt(schema, [...path, key]);
      const description = wantedBy(property);
      return {
        code: "missing-key",
        message: `${name} has no ${key}`,
        place: file.placeOf(path),
        found: "nothing",
        wanted: `${key}: ${description}`,
        fix: `add the key ${key}`,
      };
    }
    case "propertyNames":
      // The violations inside of propertyNames say the same with more detail.
      return null;
    case "pattern":
    case "maxLength":
      if (violation.propertyName === undefined) break;
      return {
        code: "wrong-value",
        message: `${short(violation.propertyName)} is no name`,
        place: file.placeOf([...path, violation.propertyName], "key"),
        found: short(violation.propertyName),
        wanted,
        fix: nameFix(violation.propertyName, wanted) ?? "rename it",
      };
    case "uniqueItems":
      return doubleItem(
        name,
        value,
        Number(violation.params["i"]),
        Number(violation.params["j"]),
        path,
        file,
      );
    case "minItems":
      return {
        code: "wrong-value",
        message: `${name} is an empty list`,
        place: file.placeOf(path),
        found: "no item",
        wanted,
        fix: "add at least one item",
      };
    case "type":
      return {
        code: typeof value === "number" && /memory|duration/.test(wanted) ? "wrong-unit" : "wrong-type",
        message:
          typeof value === "number" && /memory|duration/.test(wanted) && Number.isFinite(value)
            ? `${name} has no unit`
            : `${name} is ${describe(value)}`,
        place: file.placeOf(path),
        found: show(value),
        wanted,
        fix: value === null ? `write ${wanted}, or remove the line` : fixFor(value, wanted),
      };
    default:
      break;
  }
  return wrongValue(name, value, wanted, path, file, parent["enum"]);
}

function otherVersion(found: number, wanted: number, file: YamlFile): Problem {
  const newer = found > wanted;
  return {
    code: "format-version",
    message: `${file.file} is written in ${newer ? "a newer" : "an older"} version of its format than this program reads`,
    place: file.placeOf(["version"]),
    found: `version ${found}`,
    wanted: `version ${wanted}`,
    fix: newer
      ? "install a sutazai-fleet that reads it: npm install sutazai-fleet@latest"
      : `write it in version ${wanted}, and say so in its first key`,
  };
}

function unknownKey(
  key: string,
  known: readonly string[],
  path: readonly PathStep[],
  file: YamlFile,
): Problem {
  return {
    code: "unknown-key",
    message: `the key ${short(key)} is not known ${path.length === 0 ? "here" : `in ${nameOf(path, file.value, file.file)}`}`,
    place: file.placeOf([...path, key], "key"),
    found: short(key),
    wanted: known.length === 0 ? "no key" : `one of ${known.join(", ")}`,
    fix:
      didYouMean(key, known) ??
      (/^\d+$/.test(key) ? "remove it; decimals are written with a point, such as 0.5" : "remove it"),
  };
}

function doubleItem(
  name: string,
  value: Json | undefined,
  i: number,
  j: number,
  path: readonly PathStep[],
  file: YamlFile,
): Problem {
  const second = Math.max(i, j);
  const item = show(valueAt(value ?? null, [second]));
  return {
    code: "wrong-value",
    message: `${name} has ${item} twice`,
    place: file.placeOf([...path, second]),
    found: item,
    wanted: "each item once",
    fix: "remove one of the two",
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
  const text = typeof value === "string" ? value : null;
  const meant = text !== null && Array.isArray(allowed) ? didYouMean(text, allowed.map(String)) : null;
  const unit = /memory size|duration|CPU in cores/.test(wanted);
  return {
    code: unit ? "wrong-unit" : "wrong-value",
    message: `${name} is not ${wanted}`,
    place: file.placeOf(path),
    found: show(value),
    wanted,
    fix: meant ?? (text === null ? null : nameFix(text, wanted)) ?? fixFor(value, wanted),
  };
}

/** The name that can be made of one with capitals, spaces or underscores. */
function nameFix(found: string, wanted: string): string | null {
  if (!wanted.startsWith("a lower-case name")) return null;
  const name = found
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 63)
    .replace(/-+$/, "");
  return name === "" || name === found ? null : `write ${name}`;
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
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<PathStep, Json>)[step];
  }
  return at;
}

/**
 * What the schema says of the value at a path. Not taken from the violation's own schema path: the validators
 * count that from whatever `$ref` they were compiled for.
 */
function schemaAt(schema: unknown, path: readonly PathStep[]): Record<string, unknown> {
  let at = resolve(schema, schema);
  for (const step of path) {
    const properties = record(at["properties"]);
    const next =
      typeof step === "number"
        ? at["items"]
        : Object.hasOwn(properties, step)
          ? properties[step]
          : at["additionalProperties"];
    at = resolve(schema, next);
  }
  return at;
}

/** What a schema wants in words: its own, or those that can be made of it. */
function wantedBy(schema: Record<string, unknown>): string {
  const description = text(schema["description"]);
  if (description !== null) return description;
  if (Array.isArray(schema["enum"])) return `one of ${schema["enum"].map(String).join(", ")}`;
  const keys = Object.keys(record(schema["properties"]));
  switch (schema["type"]) {
    case "object":
      return keys.length === 0 ? "a mapping" : `a mapping with ${keys.join(", ")}`;
    case "array":
      return "a list";
    case "integer":
      return "a whole number";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "a text";
  }
}

/** Follows `$ref` into `$defs`. */
function resolve(schema: unknown, at: unknown): Record<string, unknown> {
  const part = record(at);
  const name = text(part["$ref"])?.split("/").at(-1);
  return name === undefined ? part : resolve(schema, record(record(schema)["$defs"])[name]);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
