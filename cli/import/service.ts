import type { Place } from "../../fleet/place";
import type { MiB } from "../../fleet/units/memory";
import { readBytes, readSeconds } from "./amounts";
import { volumeTarget } from "./merge";
import { at, entriesOf, textOf, textsOf } from "./tree";
import type { Mapping, Shadowed, Tree } from "./tree";

/** A value and the line it stands in. */
export interface At<T> {
  readonly value: T;
  readonly place: Place;
}

export interface Port {
  /** Null where Docker picks one. */
  readonly published: number | null;
  readonly target: number;
  readonly hostIp: string | null;
  readonly place: Place;
}

export interface Volume {
  readonly source: string | null;
  readonly target: string;
  readonly place: Place;
}

export interface HealthCheck {
  /** The words; empty when the check is switched off. */
  readonly command: readonly string[];
  /** Run by a shell in the image. */
  readonly shell: boolean;
  readonly disabled: boolean;
  /** In seconds; Docker's own where nothing is said. */
  readonly interval: number;
  readonly retries: number;
  /** In seconds; null when nothing is said. */
  readonly startPeriod: number | null;
  readonly place: Place;
}

/** A service of the Compose files in one form, whatever form it was written in. */
export interface ComposeService {
  readonly name: string;
  readonly place: Place;
  readonly image: At<string> | null;
  readonly build: Place | null;
  readonly ports: readonly Port[];
  readonly expose: readonly number[];
  readonly memory: At<MiB> | null;
  /** In cores. */
  readonly cpus: At<number> | null;
  readonly reservedCpus: At<number> | null;
  readonly replicas: number;
  readonly health: HealthCheck | null;
  /** Entrypoint and command as one text; null when the image's own are kept. */
  readonly start: At<string> | null;
  readonly environment: ReadonlyMap<string, At<string | null>>;
  readonly dependsOn: ReadonlyMap<string, { readonly required: boolean; readonly place: Place }>;
  readonly volumes: readonly Volume[];
  readonly profiles: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly user: At<string> | null;
  readonly privileged: Place | null;
  readonly capAdd: Place | null;
  readonly dropsCapabilities: boolean;
  readonly readOnly: boolean;
  /** `host`, or `service:x`. */
  readonly networkMode: At<string> | null;
  /** Keys of the service that a catalog has no place for. */
  readonly otherKeys: readonly At<string>[];
  readonly shadowed: readonly Shadowed[];
}

/** What becomes of a key is said by somebody: these are read here. */
const READ = new Set(
  "image build ports expose deploy mem_limit cpus healthcheck command entrypoint environment env_file depends_on volumes profiles labels user privileged cap_add cap_drop read_only network_mode mem_reservation extends networks".split(
    " ",
  ),
);
/** The fleet sets these itself, for every agent alike. */
const SET_BY_FLEET = new Set(
  "container_name hostname restart init logging security_opt stop_grace_period tmpfs shm_size ulimits pids_limit memswap_limit cpu_shares annotations platform pull_policy scale stdin_open tty working_dir".split(
    " ",
  ),
);

export function readService(name: string, tree: Mapping): ComposeService {
  const place = tree.place;
  const text = (...path: string[]): At<string> | null => {
    const found = at(tree, ...path);
    const value = textOf(found);
    return found === null || value === null ? null : { value, place: found.place };
  };
  const yes = (key: string): Place | null => {
    const found = text(key);
    return found !== null && /^(true|yes|on|1)$/i.test(found.value) ? found.place : null;
  };
  const memory = text("deploy", "resources", "limits", "memory") ?? text("mem_limit");
  const size = memory === null ? null : readBytes(memory.value);
  return {
    name,
    place,
    image: text("image"),
    build: at(tree, "build")?.place ?? null,
    ports: itemsOf(at(tree, "ports")).flatMap(readPorts),
    expose: textsOf(at(tree, "expose")).flatMap((port) => readNumber(port.split("/")[0] ?? "") ?? []),
    memory: memory === null || size === null ? null : { value: size, place: memory.place },
    cpus: cores(text("deploy", "resources", "limits", "cpus") ?? text("cpus")),
    reservedCpus: cores(text("deploy", "resources", "reservations", "cpus")),
    replicas: readNumber(text("deploy", "replicas")?.value ?? text("scale")?.value ?? "1") ?? 1,
    health: readHealth(at(tree, "healthcheck")),
    start: readStart(tree),
    environment: new Map(
      entriesOf(at(tree, "environment")).map(([key, { value, keyPlace }]) => [
        key,
        { value: textOf(value), place: keyPlace },
      ]),
    ),
    dependsOn: new Map([
      ...entriesOf(at(tree, "depends_on")).map(
        ([key, { value, keyPlace }]) =>
          [key, { required: textOf(at(value, "required")) !== "false", place: keyPlace }] as const,
      ),
      ...sharedWith(tree),
    ]),
    volumes: itemsOf(at(tree, "volumes")).map(readVolume),
    profiles: textsOf(at(tree, "profiles")),
    labels: new Map(entriesOf(at(tree, "labels")).map(([key, { value }]) => [key, textOf(value) ?? ""])),
    user: text("user"),
    privileged: yes("privileged"),
    capAdd: at(tree, "cap_add")?.place ?? null,
    dropsCapabilities: at(tree, "cap_drop") !== null,
    readOnly: yes("read_only") !== null,
    networkMode: text("network_mode"),
    otherKeys: entriesOf(tree)
      .filter(([key]) => !READ.has(key) && !SET_BY_FLEET.has(key) && !key.startsWith("x-"))
      .map(([value, { keyPlace }]) => ({ value, place: keyPlace })),
    shadowed: tree.shadowed,
  };
}

function itemsOf(tree: Tree | null): readonly Tree[] {
  return tree?.kind === "list" ? tree.items : [];
}

/** A service whose network, processes or volumes are shared has to be there first. */
function sharedWith(tree: Mapping): [string, { required: boolean; place: Place }][] {
  const modes = ["network_mode", "pid", "ipc"].flatMap((key) => {
    const value = at(tree, key);
    const [, service] = /^service:(.+)$/.exec(textOf(value) ?? "") ?? [];
    return service === undefined || value === null ? [] : [[service, value.place] as const];
  });
  const links = [...itemsOf(at(tree, "links")), ...itemsOf(at(tree, "volumes_from"))].flatMap((item) => {
    const service = (textOf(item) ?? "").split(":")[0] ?? "";
    return service === "" || service === "container" ? [] : [[service, item.place] as const];
  });
  return [...modes, ...links].map(([service, place]) => [service, { required: true, place }]);
}

function readNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function cores(text: At<string> | null): At<number> | null {
  const value = Number(text?.value ?? NaN);
  return text === null || !Number.isFinite(value) || value <= 0 ? null : { value, place: text.place };
}

const MOST_PORTS = 100;

/** `8080:80`, `127.0.0.1:8080:80/tcp`, `3000-3005`, or the long form. */
function readPorts(item: Tree): Port[] {
  if (item.kind === "mapping") {
    const target = readNumber(textOf(at(item, "target")) ?? "");
    if (target === null) return [];
    const published = readNumber(textOf(at(item, "published")) ?? "");
    return [{ published, target, hostIp: textOf(at(item, "host_ip")), place: item.place }];
  }
  const match = /^(?:(?:(\[[^\]]*\]|[^:]*):)?(\d*(?:-\d+)?):)?(\d+(?:-\d+)?)(?:\/\w+)?$/.exec(
    textOf(item) ?? "",
  );
  if (match === null) return [];
  const targets = range(match[3] ?? "");
  const published = range(match[2] ?? "");
  return targets.map((target, index) => ({
    target,
    published: published[index] ?? null,
    hostIp: match[1] ?? null,
    place: item.place,
  }));
}

function range(text: string): readonly number[] {
  const [first = NaN, last = first] = text.split("-").map((part) => readNumber(part) ?? NaN);
  if (!Number.isFinite(first) || !Number.isFinite(last) || last < first) return [];
  return Array.from({ length: Math.min(last - first + 1, MOST_PORTS) }, (_, index) => first + index);
}

function readVolume(item: Tree): Volume {
  if (item.kind === "mapping")
    return {
      source: textOf(at(item, "source")),
      target: textOf(at(item, "target")) ?? "",
      place: item.place,
    };
  const text = textOf(item) ?? "";
  const source = text.includes(":") ? (text.split(":")[0] ?? "") : null;
  return { source, target: volumeTarget(text), place: item.place };
}

function readHealth(tree: Tree | null): HealthCheck | null {
  if (tree?.kind !== "mapping") return null;
  const test = at(tree, "test");
  const words = test === null ? [] : test.kind === "list" ? textsOf(test) : ["CMD-SHELL", textOf(test) ?? ""];
  const [form = ""] = words;
  const disabled = form === "NONE" || /^true$/i.test(textOf(at(tree, "disable")) ?? "");
  const known = form === "CMD" || form === "CMD-SHELL" || form === "NONE";
  return {
    command: disabled ? [] : known ? words.slice(1) : words,
    shell: form === "CMD-SHELL",
    disabled: disabled || words.length === 0,
    interval: readSeconds(textOf(at(tree, "interval")) ?? "") ?? 30,
    retries: readNumber(textOf(at(tree, "retries")) ?? "") ?? 3,
    startPeriod: readSeconds(textOf(at(tree, "start_period")) ?? ""),
    place: (test ?? tree).place,
  };
}

function readStart(tree: Mapping): At<string> | null {
  const parts = ["entrypoint", "command"].flatMap((key) => at(tree, key) ?? []);
  const text = parts.flatMap((part) => textsOf(part)).join(" ");
  const [first] = parts;
  return first === undefined || text === "" ? null : { value: text, place: first.place };
}
