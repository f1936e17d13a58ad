import { loadCatalogFrom } from "../../../fleet/catalog/load";
import { POOLS } from "../../../fleet/catalog/types";
import type { Catalog } from "../../../fleet/catalog/types";
import { InputError } from "../../../fleet/problem";
import type { Sources, SourceText } from "../../../fleet/source/read";
import type { Entries } from "../entries/types";
import { YamlEdits, unifiedDiff } from "./edits";
import { blockOf } from "./text";

const AGENTS = "catalog/agents.yaml";
const SERVICES = "catalog/services.yaml";

/** A file of the catalog as it would be. */
export interface MergedFile {
  readonly file: string;
  readonly text: string;
  readonly diff: string;
}

/**
 * The files of a catalog with the entries added: nothing that is there changes but the sizes of the pools.
 *
 * @returns only files that change
 * @throws InputError when the catalog would not be valid with them
 */
export function mergeIntoCatalog(
  sources: Sources,
  catalog: Catalog,
  entries: Entries,
): readonly MergedFile[] {
  const files: MergedFile[] = [];
  const edit = (file: string, change: (edits: YamlEdits) => void): void => {
    const source = sources.read(file);
    if ("code" in source) throw new InputError([source]);
    const edits = new YamlEdits(source);
    change(edits);
    if (edits.edits.length === 0) return;
    files.push({ file, text: edits.apply(), diff: unifiedDiff(file, source.text, edits.edits) });
  };
  edit(AGENTS, (edits) => {
    edits.append("images", blockOf(entries, "images"));
    edits.append("groups", blockOf(entries, "groups"));
    edits.append("agents", blockOf(entries, "agents"));
    for (const pool of POOLS) {
      const more = entries.agents.filter((agent) => agent.pool === pool).length;
      if (more > 0) edits.setNumber(["pools", pool, "agents"], catalog.pools[pool].agents + more);
    }
  });
  edit(SERVICES, (edits) => {
    edits.append("services", blockOf(entries, "services"));
  });
  loadCatalogFrom(overlay(sources, files));
  return files;
}

/** The same sources with some files replaced. */
function overlay(sources: Sources, files: readonly MergedFile[]): Sources {
  const texts = new Map(files.map(({ file, text }): [string, SourceText] => [file, { file, text }]));
  return { read: (file) => texts.get(file) ?? sources.read(file), list: (folder) => sources.list(folder) };
}
