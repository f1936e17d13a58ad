import { dirname, join, resolve } from "node:path";
import type { Place } from "../../fleet/place";
import type { Problem, Problems } from "../../fleet/problem";
import { didYouMean } from "../../fleet/source/suggest";
import { readEnvFile } from "./env-file";
import type { ComposeSources } from "./files";
import type { Lookup } from "./interpolate";
import { mergePlain, mergeServices, normalised } from "./merge";
import { parseCompose } from "./parse";
import type { Unset } from "./parse";
import { checkSchema } from "./schema";
import { at, entriesOf, mapping, scalar, textOf, textsOf } from "./tree";
import type { Entry, Mapping, Tree } from "./tree";

/** What is wanted of the Compose files. */
export interface LoadOptions {
  /** Absolute paths, in the order in which each overrides the ones before. */
  readonly files: readonly string[];
  /** Env files for variables, instead of `.env` beside the first file. */
  readonly envFiles: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** All services of the files, merged, extended and included. */
export interface Model {
  readonly services: ReadonlyMap<string, Mapping>;
  readonly unset: readonly Unset[];
  /** Every file that was read, for what stands in none of the services. */
  readonly files: readonly Mapping[];
}

/** Files that include files that include files: nobody nests deeper. */
const DEEPEST = 20;
const REMOTE = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|oci:|github\.com\/)/i;
const REMOTE_PATH = /^(?:[A-Za-z]:)?[^:]*$/;

/** Reads the files and what they name. What is wrong is in `problems`. */
export function loadCompose(options: LoadOptions, sources: ComposeSources, problems: Problems): Model {
  const loader = new Loader(sources, problems);
  const [first = ""] = options.files;
  const envFiles = options.envFiles.length > 0 ? options.envFiles : [join(dirname(first), ".env")];
  const lookup = loader.environment(
    envFiles,
    options.envFiles.length > 0,
    (name) => options.environment[name],
    null,
  );
  const named = options.files.map((path) => ({ path, from: null }));
  const services = loader.project(named, dirname(first), lookup, []);
  return { services, unset: loader.unset, files: loader.files };
}

interface Named {
  readonly path: string;
  readonly from: Place | null;
}

class Loader {
  readonly unset: Unset[] = [];
  readonly files: Mapping[] = [];
  private readonly parsed = new Map<string, Mapping | null>();

  constructor(
    private readonly sources: ComposeSources,
    private readonly problems: Problems,
  ) {}

  /** One project: its files merged, then what they include. */
  project(
    files: readonly Named[],
    folder: string,
    lookup: Lookup,
    including: readonly string[],
  ): Map<string, Mapping> {
    const services = new Map<string, Mapping>();
    let includes: Tree | null = null;
    for (const { path, from } of files) {
      const tree = this.file(path, from, lookup);
      if (tree === null) continue;
      for (const [name, { value }] of entriesOf(at(tree, "services"))) {
        if (value.kind !== "mapping") continue;
        const service = this.extended(path, name, value, lookup, []);
        if (service === null) continue;
        const before = services.get(name);
        if (value.tag === "reset") services.delete(name);
        else
          services.set(
            name,
            before === undefined || value.tag === "override"
              ? normalised(service)
              : mergeServices(before, service),
          );
      }
      const more = at(tree, "include");
      if (more !== null) includes = includes === null ? more : mergePlain(includes, more);
    }
    if (includes?.kind === "list") {
      const chain = [...including, ...files.map(({ path }) => this.sources.identity(path))];
      for (const item of includes.items) this.include(item, folder, lookup, chain, services);
    }
    return services;
  }

  /** Variables of env files, overridden by what is known already. */
  environment(paths: readonly string[], wanted: boolean, known: Lookup, from: Place | null): Lookup {
    const values = new Map<string, string>();
    for (const path of paths) {
      if (!wanted && !this.sources.exists(path)) continue;
      const source = this.sources.read(path, from);
      if ("code" in source) {
        this.problems.add(source);
        continue;
      }
      const { variables, faults } = readEnvFile(source.text, known);
      for (const { line } of faults) this.problems.add(badVariable(source.file, line));
      for (const { name, value } of variables) if (value !== null) values.set(name, value);
    }
    return (name) => known(name) ?? values.get(name);
  }

  /** One file, checked against the specification; null when it can't be used. */
  private file(path: string, from: Place | null, lookup: Lookup): Mapping | null {
    const key = this.sources.identity(path);
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const source = this.sources.read(path, from);
    let tree: Mapping | null = null;
    if ("code" in source) this.problems.add(source);
    else {
      const parsed = parseCompose(source, lookup, this.problems);
      if (parsed !== null) {
        const before = this.problems.count;
        checkSchema(parsed.tree, this.problems);
        this.unset.push(...parsed.unset);
        this.files.push(parsed.tree);
        if (this.problems.count === before) tree = parsed.tree;
      }
    }
    this.parsed.set(key, tree);
    return tree;
  }

  /** A service with everything that it extends; null when that can't be had. */
  private extended(
    path: string,
    name: string,
    service: Mapping,
    lookup: Lookup,
    chain: readonly string[],
  ): Mapping | null {
    const own = this.withEnvFiles(service, dirname(path), lookup);
    const extension = service.entries.get("extends");
    if (extension === undefined) return own;
    const from = extension.value.place;
    const here = `${this.sources.identity(path)}\u0000${name}`;
    if (chain.includes(here) || chain.length > DEEPEST) {
      this.problems.add(
        circle(
          "extends",
          [...chain, here].map((step) => step.split("\u0000")[1] ?? ""),
          from,
        ),
      );
      return null;
    }
    const other = textOf(at(extension.value, "file"));
    const wanted = textOf(at(extension.value, "service")) ?? textOf(extension.value) ?? "";
    if (other !== null && isRemote(other)) {
      this.problems.add(remote(other, from));
      return null;
    }
    const file = other === null ? path : resolve(dirname(path), other);
    const tree = this.file(file, from, lookup);
    if (tree === null) return null;
    const base = at(tree, "services", wanted);
    if (base?.kind !== "mapping") {
      const known = entriesOf(at(tree, "services")).map(([key]) => key);
      this.problems.add(unknownService(`service ${name} extends`, wanted, known, from));
      return null;
    }
    const complete = this.extended(file, wanted, base, lookup, [...chain, here]);
    if (complete === null) return null;
    const merged = new Map(mergeServices(complete, own).entries);
    merged.delete("extends");
    return mapping(merged, own.place, { shadowed: [...complete.shadowed, ...own.shadowed], tag: own.tag });
  }

  /** Puts the variables of `env_file` into `environment`: they are relative to the file that names them. */
  private withEnvFiles(service: Mapping, folder: string, lookup: Lookup): Mapping {
    const files = service.entries.get("env_file");
    if (files === undefined) return service;
    const variables = new Map<string, Entry>();
    const items = files.value.kind === "list" ? files.value.items : [files.value];
    for (const item of items) {
      const path = textOf(at(item, "path")) ?? textOf(item) ?? "";
      const required = textOf(at(item, "required")) !== "false";
      const full = resolve(folder, path);
      if (!required && !this.sources.exists(full)) continue;
      const source = this.sources.read(full, item.place);
      if ("code" in source) {
        this.problems.add(source);
        continue;
      }
      const raw = textOf(at(item, "format")) === "raw";
      const { variables: found, faults } = readEnvFile(source.text, raw ? (name) => `\${${name}}` : lookup);
      for (const { line } of faults) this.problems.add(badVariable(source.file, line));
      for (const { name, value, line } of found) {
        const place = { file: source.file, line, column: 1 };
        variables.set(name, { keyPlace: place, value: scalar(value ?? lookup(name) ?? null, place) });
      }
    }
    const own = normalised(service).entries.get("environment")?.value;
    for (const [name, entry] of entriesOf(own ?? null)) variables.set(name, entry);
    const entries = new Map(service.entries);
    entries.delete("env_file");
    const keyPlace = service.entries.get("environment")?.keyPlace ?? files.keyPlace;
    entries.set("environment", { keyPlace, value: mapping(variables, own?.place ?? files.value.place) });
    return mapping(entries, service.place, { shadowed: service.shadowed, tag: service.tag });
  }

  private include(
    item: Tree,
    folder: string,
    lookup: Lookup,
    chain: readonly string[],
    services: Map<string, Mapping>,
  ): void {
    const long = item.kind === "mapping";
    const paths = textsOf(long ? at(item, "path") : item);
    const remotes = paths.filter(isRemote);
    for (const path of remotes) this.problems.add(remote(path, item.place));
    const [first] = paths;
    if (remotes.length > 0 || first === undefined) return;
    const full = paths.map((path) => resolve(folder, path));
    const again = full.find((path) => chain.includes(this.sources.identity(path)));
    if (again !== undefined || chain.length > DEEPEST) {
      this.problems.add(circle("include", [...paths, paths[0] ?? ""], item.place));
      return;
    }
    const said = textOf(at(item, "project_directory"));
    const project = said === null ? dirname(full[0] ?? folder) : resolve(folder, said);
    const envFiles = long ? textsOf(at(item, "env_file")) : [];
    const environment = this.environment(
      envFiles.length > 0 ? envFiles.map((path) => resolve(folder, path)) : [join(project, ".env")],
      envFiles.length > 0,
      lookup,
      item.place,
    );
    const named = full.map((path) => ({ path, from: item.place }));
    for (const [name, service] of this.project(named, project, environment, chain)) {
      const before = services.get(name);
      if (before === undefined) services.set(name, service);
      else if (before.place.file !== service.place.file || before.place.line !== service.place.line)
        this.problems.add(taken(name, service.place, before.place));
    }
  }
}

/** `include` of a folder of a git repository, a registry or a web page. */
function isRemote(path: string): boolean {
  return REMOTE.test(path) || (!REMOTE_PATH.test(path) && path.includes("//"));
}

function remote(found: string, place: Place): Problem {
  return {
    code: "compose-remote",
    message: "what comes from a network is not read",
    place,
    // An address may carry a password.
    found: found.replace(/\/\/[^/@]*@/, "//***@"),
    wanted: "a file of this repository",
    fix: "copy the file into the repository, and name the copy",
  };
}

function circle(what: "extends" | "include", steps: readonly string[], place: Place): Problem {
  return {
    code: "compose-cycle",
    message: `${what} leads back to itself`,
    place,
    found: steps.slice(0, 10).join(" -> "),
    wanted: "an end",
    fix: `remove one ${what} of the circle`,
  };
}

function taken(name: string, place: Place, before: Place): Problem {
  return {
    code: "compose-name",
    message: `the service ${name} is in two projects that include each other`,
    place,
    found: `${name}, also in ${before.file}:${before.line}`,
    wanted: "each service once",
    fix: "rename one of the two, or include one file only",
  };
}

export function unknownService(who: string, found: string, known: readonly string[], place: Place): Problem {
  return {
    code: "unknown-service",
    message: `${who} a service that does not exist`,
    place,
    found,
    wanted: known.length === 0 ? "a service of the files" : `one of ${known.slice(0, 20).join(", ")}`,
    fix: didYouMean(found, known) ?? "declare the service, or remove the line",
  };
}

/** Never shows the line: it may be a secret. */
function badVariable(file: string, line: number): Problem {
  return {
    code: "compose-variable",
    message: "a line of an env file is no variable",
    place: { file, line, column: 1 },
    found: "something else",
    wanted: "NAME=value, NAME='value', NAME=\"value\" or NAME",
    fix: "correct the line, or make it a comment with #",
  };
}
