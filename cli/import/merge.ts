import { entriesOf, list, mapping, scalar, textOf } from "./tree";
import type { Entry, Mapping, Tree } from "./tree";

/** Keys of a service that may be a list of `NAME=value` or a mapping. */
const NAMED = ["environment", "labels", "annotations", "sysctls", "extra_hosts"];
/** Keys of a service that may be a list of names or a mapping by name. */
const BY_NAME = ["depends_on", "networks"];
/** Are replaced, never appended to. */
const COMMANDS = ["command", "entrypoint"];
/** Lists in which each item is there once. */
const SETS = ["cap_add", "cap_drop", "security_opt", "expose", "dns_opt", "profiles", "external_links"];

/** What makes two items of a list the same, by key of the service. */
const UNIQUE: Readonly<Record<string, (item: Tree) => string>> = {
  ports: (item) => JSON.stringify([...fields(item, ["host_ip", "target", "published", "protocol"])]),
  volumes: (item) => fieldOf(item, "target") ?? volumeTarget(textOf(item) ?? ""),
  secrets: (item) => fieldOf(item, "target") ?? fieldOf(item, "source") ?? textOf(item) ?? "",
  configs: (item) => fieldOf(item, "target") ?? fieldOf(item, "source") ?? textOf(item) ?? "",
  devices: (item) => fieldOf(item, "target") ?? (textOf(item) ?? "").split(":")[1] ?? textOf(item) ?? "",
};

/**
 * Merges two services as the Compose specification has it: mappings key by key, lists one after the other, except
 * commands (replaced), what has a key of its own (ports, volumes, secrets, configs), and what is tagged.
 */
export function mergeServices(base: Mapping, over: Mapping): Mapping {
  return mergeMappings(normalised(base), normalised(over), mergeServiceKey);
}

/** Merges what is no service: mappings key by key, lists one after the other. */
export function mergePlain(base: Tree, over: Tree): Tree {
  if (over.tag !== null) return over;
  if (base.kind === "mapping" && over.kind === "mapping")
    return mergeMappings(base, over, (_, mine, theirs) => mergePlain(mine, theirs));
  if (base.kind === "list" && over.kind === "list") return list([...base.items, ...over.items], over.place);
  return over;
}

function mergeMappings(
  base: Mapping,
  over: Mapping,
  merge: (key: string, mine: Tree, theirs: Tree) => Tree,
): Mapping {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = entries.get(key);
    if (entry.value.tag === "reset") entries.delete(key);
    else if (before === undefined || entry.value.tag === "override") entries.set(key, entry);
    else entries.set(key, { keyPlace: entry.keyPlace, value: merge(key, before.value, entry.value) });
  }
  return mapping(entries, over.place, { shadowed: [...base.shadowed, ...over.shadowed] });
}

function mergeServiceKey(key: string, base: Tree, over: Tree): Tree {
  if (COMMANDS.includes(key)) return over;
  if (key === "healthcheck" && base.kind === "mapping" && over.kind === "mapping")
    return mergeMappings(base, over, (_, __, theirs) => theirs);
  if (base.kind !== "list" || over.kind !== "list") return mergePlain(base, over);
  const identity = UNIQUE[key] ?? (SETS.includes(key) ? (item: Tree) => textOf(item) ?? "" : null);
  if (identity === null) return list([...base.items, ...over.items], over.place);
  const items = new Map<string, Tree>();
  for (const item of [...base.items, ...over.items]) items.set(identity(item), item);
  return list([...items.values()], over.place);
}

/** A service in which everything that has two forms has the longer one. */
export function normalised(service: Mapping): Mapping {
  const entries = new Map<string, Entry>();
  for (const [key, { keyPlace, value }] of service.entries) {
    let now = value;
    if (value.kind === "list" && NAMED.includes(key))
      now = namedMapping(value, key === "extra_hosts" ? /[=:]/ : /=/);
    if (value.kind === "list" && BY_NAME.includes(key)) now = byName(value);
    entries.set(key, { keyPlace, value: now });
  }
  return mapping(entries, service.place, { shadowed: service.shadowed, tag: service.tag });
}

function namedMapping(from: Tree & { kind: "list" }, separator: RegExp): Mapping {
  const entries = new Map<string, Entry>();
  for (const item of from.items) {
    const text = textOf(item) ?? "";
    const at = text.search(separator);
    const value = scalar(at < 0 ? null : text.slice(at + 1), item.place);
    entries.set(at < 0 ? text : text.slice(0, at), { keyPlace: item.place, value });
  }
  return mapping(entries, from.place, { tag: from.tag });
}

function byName(from: Tree & { kind: "list" }): Mapping {
  const entries = new Map<string, Entry>();
  for (const item of from.items)
    entries.set(textOf(item) ?? "", { keyPlace: item.place, value: mapping(new Map(), item.place) });
  return mapping(entries, from.place, { tag: from.tag });
}

function fieldOf(item: Tree, name: string): string | null {
  return textOf(new Map(entriesOf(item)).get(name)?.value ?? null);
}

function* fields(item: Tree, names: readonly string[]): Iterable<string> {
  if (item.kind === "scalar") yield textOf(item) ?? "";
  else for (const name of names) yield fieldOf(item, name) ?? "";
}

/** `data:/work:ro` is mounted on `/work`; so is `/work` alone. */
export function volumeTarget(text: string): string {
  const parts = text.replace(/^([A-Za-z]):\\/, "$1|\\").split(":");
  return parts[1] ?? parts[0] ?? "";
}
