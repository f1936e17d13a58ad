import Ajv from "ajv";
import type { ErrorObject, ValidateFunction } from "ajv";
import type { Place } from "../../fleet/place";
import type { Problem, Problems } from "../../fleet/problem";
import { didYouMean } from "../../fleet/source/suggest";
import { describe, show } from "../../fleet/catalog/wording";
import type { Json } from "../../fleet/source/json";
import composeSpec from "./schema/compose-spec.json";
import { plainOf } from "./tree";
import type { Mapping, Tree } from "./tree";

const MOST = 50;
let compiled: ValidateFunction | null = null;

/** Checks one file against the JSON Schema of the Compose specification; what is wrong is in `problems`. */
export function checkSchema(tree: Mapping, problems: Problems): void {
  compiled ??= new Ajv({ strict: false, allErrors: true, verbose: true, logger: false }).compile({
    ...composeSpec,
    $schema: "http://json-schema.org/draft-07/schema#",
  });
  if (compiled(plainOf(tree))) return;
  const errors = withoutEchoes(compiled.errors ?? []);
  for (const error of errors.slice(0, MOST)) problems.add(toProblem(error, tree));
  problems.addOmitted(Math.max(0, errors.length - MOST));
}

/**
 * Where one of several forms has to fit, every form complains. The complaints that lie deepest are of the form that
 * was meant; of several at one place the first is kept.
 */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept = errors.filter((error) => {
    if (error.keyword !== "oneOf" && error.keyword !== "anyOf") return true;
    return !errors.some(
      (other) => other !== error && other.instancePath.startsWith(`${error.instancePath}/`),
    );
  });
  const byPlace = new Map<string, ErrorObject>();
  for (const error of kept) {
    const extra = String(error.params["additionalProperty"] ?? "");
    const key = `${error.instancePath}\u0000${extra}`;
    const before = byPlace.get(key);
    // A oneOf says what all its forms say together.
    if (before === undefined || error.keyword === "oneOf") byPlace.set(key, error);
  }
  const all = [...byPlace.values()];
  return all.filter(
    (error) =>
      !(
        ["type", "oneOf", "required"].includes(error.keyword) &&
        all.some((other) => other !== error && other.instancePath.startsWith(`${error.instancePath}/`))
      ),
  );
}

function toProblem(error: ErrorObject, root: Tree): Problem {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const name = path.length === 0 ? "the file" : path.join(".");
  const parent = error.parentSchema as
    { readonly description?: string; readonly properties?: object } | undefined;
  if (error.keyword === "additionalProperties") {
    const key = String(error.params["additionalProperty"]);
    const known = Object.keys(parent?.properties ?? {});
    return {
      code: "unknown-key",
      message: `${name} has a key that Compose does not know`,
      place: placeOf(root, [...path, key], "key"),
      found: key,
      wanted:
        known.length === 0 ? "a name of letters, digits, dots, hyphens and underscores" : "a key of Compose",
      fix: didYouMean(key, known) ?? "remove it, or begin it with x- when it is yours",
    };
  }
  const found = error.data as Json | undefined;
  return {
    code: error.keyword === "type" || error.keyword === "oneOf" ? "wrong-type" : "wrong-value",
    message: `${name} is ${describe(found)} that Compose can't use`,
    place: placeOf(root, path, "value"),
    found: typeof found === "object" && found !== null ? describe(found) : show(found),
    wanted: parent?.description ?? error.message ?? "what the Compose specification says",
    fix: `see ${name} in the Compose specification`,
  };
}

function placeOf(root: Tree, path: readonly string[], want: "key" | "value"): Place {
  let here = root;
  for (const [index, step] of path.entries()) {
    if (here.kind === "scalar") break;
    if (here.kind === "list") {
      const item = here.items[Number(step)];
      if (item === undefined) break;
      here = item;
      continue;
    }
    const entry = here.entries.get(step);
    if (entry === undefined) break;
    if (want === "key" && index === path.length - 1) return entry.keyPlace;
    here = entry.value;
  }
  return here.place;
}
