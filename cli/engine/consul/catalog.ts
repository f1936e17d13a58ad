import type { ConsulClient } from "./client";

interface CatalogNode {
  readonly Node: { readonly Meta: Readonly<Record<string, string>> | null } | null;
}

async function nodeOf(consul: ConsulClient, name: string): Promise<CatalogNode["Node"]> {
  const found = await consul.get<CatalogNode>(`/v1/catalog/node/${encodeURIComponent(name)}`);
  return found?.Node ?? null;
}

/** True when a node of this name is registered. */
export async function nodeThere(consul: ConsulClient, name: string): Promise<boolean> {
  return (await nodeOf(consul, name)) !== null;
}

/** Those of the keys that exist. */
export async function keysThere(consul: ConsulClient, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) if ((await consul.get(`/v1/kv/${path}`)) !== null) found.push(path);
  return found;
}

/**
 * Removes a node with all that is registered on it.
 *
 * @param meta what it has to carry: another node of that name stays
 * @returns whether it was there
 */
export async function removeNode(
  consul: ConsulClient,
  name: string,
  meta: Readonly<Record<string, string>>,
): Promise<boolean> {
  const node = await nodeOf(consul, name);
  if (node === null) return false;
  if (!Object.entries(meta).every(([key, value]) => node.Meta?.[key] === value)) return false;
  await consul.put("/v1/catalog/deregister", { Node: name });
  return true;
}

export async function removeKeys(consul: ConsulClient, paths: readonly string[]): Promise<void> {
  for (const path of paths) await consul.delete(`/v1/kv/${path}`);
}
