import { ACL_TOKEN, CONSUL_KEYS } from "../../../fleet/resource";
import { InputError, Problems } from "../../../fleet/problem";
import type { Sources } from "../../../fleet/source/read";
import { YamlFile } from "../../../fleet/source/yaml-file";
import { checkSources } from "../../pipeline";
import type { Checked } from "../../pipeline";
import { agentWish } from "./agent-keys";
import { alsoChanged, newlyBroken } from "./consequences";
import type { Adoptable, Adopted, Adoption, NotAdopted, Refusal, Wish } from "./model";
import { serviceWish } from "./service-keys";
import { strangerReason } from "./strangers";
import { says, valueAt } from "./values";
import { setKeys } from "./yaml-edit";

interface Wished<Item extends Adoptable> {
  readonly difference: Item;
  readonly wish: Wish;
}

/**
 * Finds the smallest change of the catalog that declares what was found. Nothing is written, and nothing is taken on
 * trust: the patched catalog is read, planned and judged again, and only what it then really declares is adopted.
 *
 * @param sources the files of the project; the catalog is shared by all stacks
 * @param stackName the stack in which it was found
 * @throws InputError when the present catalog can't be used
 */
export function adopt<Item extends Adoptable>(
  sources: Sources,
  stackName: string,
  differences: readonly Item[],
): Adoption<Item> {
  const present = checkSources(sources, stackName);
  const wished: Wished<Item>[] = [];
  const refused: NotAdopted<Item>[] = [];
  for (const difference of differences) {
    const wish = wishFor(difference, present);
    if ("reason" in wish) refused.push({ difference, ...wish });
    else wished.push({ difference, wish });
  }
  const kept = keepTrue(sources, stackName, wished);
  refused.push(...kept.refused);
  const { checked, files } = kept;
  const placeOf = placesIn(files);
  const asAdopted = ({ difference, wish }: Wished<Item>): Adopted<Item> => {
    const { key, value } = wish;
    return { difference, place: placeOf(wish), key, value, follows: false };
  };
  const adopted = kept.wished.map(asAdopted);
  const open: NotAdopted<Item>[] = [];
  for (const each of refused) {
    const follows = kept.wished.find(({ difference }) => sameResource(difference, each.difference));
    if (follows !== undefined && isTrue(each.difference, checked))
      adopted.push({ ...asAdopted(follows), difference: each.difference, follows: true });
    else open.push(each);
  }
  return {
    files: [...files].map(([file, after]) => ({ file, before: textOf(sources, file), after })),
    adopted,
    refused: open,
    alsoChanges: alsoChanged(
      present,
      checked ?? present,
      adopted.map(({ difference }) => difference),
    ),
    breaks: newlyBroken(present, checked ?? present),
  };
}

function wishFor(difference: Adoptable, { catalog, stack, plan }: Checked): Wish | Refusal {
  const { subject, property, found, resource } = difference;
  switch (subject.kind) {
    case "agent": {
      const agent = catalog.agentsByName.get(subject.name);
      if (agent !== undefined) return agentWish(agent, property, found, catalog, stack.tier);
      return { reason: strangerReason(subject.name, plan.naming.scope, catalog) };
    }
    case "service": {
      const service = catalog.services.get(subject.name);
      if (service !== undefined) return serviceWish(service, property, found, catalog);
      return { reason: strangerReason(subject.name, plan.naming.scope, catalog) };
    }
    case "stranger":
      if (resource.type === CONSUL_KEYS)
        return { reason: "keys come from the plan, and no key of the catalog makes another: remove it" };
      if (resource.type === ACL_TOKEN)
        return { reason: "who may do what in the registry follows from the plan: remove the token" };
      return { reason: strangerReason(resource.name, plan.naming.scope, catalog) };
    default:
      return { reason: "it is computed from the whole fleet, and no key of the catalog sets it" };
  }
}

interface Kept<Item extends Adoptable> {
  readonly wished: readonly Wished<Item>[];
  readonly refused: readonly NotAdopted<Item>[];
  /** null when nothing is kept. */
  readonly checked: Checked | null;
  readonly files: ReadonlyMap<string, string>;
}

/** All wishes at once, and only when they don't go together one after the other. */
function keepTrue<Item extends Adoptable>(
  sources: Sources,
  stackName: string,
  wished: readonly Wished<Item>[],
): Kept<Item> {
  const all = tryAll(sources, stackName, wished);
  if (!("reason" in all)) return { wished, refused: [], ...all };
  let kept: Kept<Item> = { wished: [], refused: [], checked: null, files: new Map() };
  for (const each of wished) {
    const more = [...kept.wished, each];
    const tried = tryAll(sources, stackName, more);
    kept =
      "reason" in tried
        ? { ...kept, refused: [...kept.refused, { difference: each.difference, ...tried }] }
        : { ...kept, wished: more, ...tried };
  }
  return kept;
}

function tryAll<Item extends Adoptable>(
  sources: Sources,
  stackName: string,
  wished: readonly Wished<Item>[],
): Pick<Kept<Item>, "checked" | "files"> | Refusal {
  const files = patchedFiles(
    sources,
    wished.map(({ wish }) => wish),
  );
  if (files.size === 0 && wished.length === 0) return { checked: null, files };
  try {
    const checked = checkSources(overlay(sources, files), stackName);
    const untrue = wished.find(({ difference }) => !isTrue(difference, checked));
    if (untrue === undefined) return { checked, files };
    return {
      reason: `setting ${untrue.wish.key} does not make it ${JSON.stringify(untrue.difference.found)}`,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { reason: `the catalog would be refused: ${error.problems[0]?.message ?? error.message}` };
  }
}

function patchedFiles(sources: Sources, wishes: readonly Wish[]): Map<string, string> {
  const byFile = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const others = byFile.get(wish.file);
    if (others === undefined) byFile.set(wish.file, [wish]);
    // The same key twice, such as a label and the weight that both follow from it.
    else if (!others.some((other) => sameKey(other, wish))) others.push(wish);
  }
  return new Map([...byFile].map(([file, edits]) => [file, setKeys(textOf(sources, file), edits)]));
}

function sameKey(a: Wish, b: Wish): boolean {
  return a.key === b.key && a.path.join("\0") === b.path.join("\0");
}

function overlay(sources: Sources, files: ReadonlyMap<string, string>): Sources {
  return {
    list: (folder) => sources.list(folder),
    read: (file) => {
      const text = files.get(file);
      return text === undefined ? sources.read(file) : { file, text };
    },
  };
}

function textOf(sources: Sources, file: string): string {
  const source = sources.read(file);
  if ("code" in source) throw new InputError([source]);
  return source.text;
}

function isTrue({ resource, property, found }: Adoptable, checked: Checked | null): boolean {
  const declared = checked?.resources.find(
    ({ type, name }) => type === resource.type && name === resource.name,
  );
  return declared !== undefined && says(valueAt(declared.properties, property), found);
}

function sameResource(a: Adoptable, b: Adoptable): boolean {
  return a.resource.type === b.resource.type && a.resource.name === b.resource.name;
}

/** Finds the lines of keys in the patched texts; each text is read once. */
function placesIn(files: ReadonlyMap<string, string>): (wish: Wish) => string {
  const read = new Map(
    [...files].map(([file, text]) => [file, YamlFile.parse({ file, text }, new Problems())]),
  );
  return ({ file, path, key }) => {
    const place = read.get(file)?.placeOf([...path, key], "key");
    return place === undefined ? file : `${file}:${place.line}`;
  };
}
