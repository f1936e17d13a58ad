/** What is asked of a Consul directly, beside what the engine does there. All by its HTTP API. */

/** @param address `host:port`, or a URL */
async function ask(address: string, path: string, init: RequestInit = {}): Promise<Response> {
  const url = /^https?:/.test(address) ? address : `http://${address}`;
  const token = process.env["CONSUL_HTTP_TOKEN"] ?? "";
  const headers: Record<string, string> = token === "" ? {} : { "X-Consul-Token": token };
  const response = await fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(10_000) });
  if (response.ok || response.status === 404) return response;
  throw new Error(`Consul at ${address} answers ${response.status} to ${path}: ${await response.text()}`);
}

interface CatalogNode {
  readonly Node: { readonly Meta: Readonly<Record<string, string>> | null } | null;
}

async function nodeOf(address: string, name: string): Promise<CatalogNode["Node"]> {
  const response = await ask(address, `/v1/catalog/node/${encodeURIComponent(name)}`);
  return ((await response.json()) as CatalogNode | null)?.Node ?? null;
}

/** True when a node of this name is registered. */
export async function nodeThere(address: string, name: string): Promise<boolean> {
  return (await nodeOf(address, name)) !== null;
}

/** Those of the keys that exist. */
export async function keysThere(address: string, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) if ((await ask(address, `/v1/kv/${path}`)).status !== 404) found.push(path);
  return found;
}

/**
 * Removes a node with all that is registered on it.
 *
 * @param meta what it has to carry: another node of that name stays
 * @returns whether it was there
 */
export async function removeNode(
  address: string,
  name: string,
  meta: Readonly<Record<string, string>>,
): Promise<boolean> {
  const node = await nodeOf(address, name);
  if (node === null) return false;
  if (!Object.entries(meta).every(([key, value]) => node.Meta?.[key] === value)) return false;
  await ask(address, "/v1/catalog/deregister", { method: "PUT", body: JSON.stringify({ Node: name }) });
  return true;
}

export async function removeKeys(address: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await ask(address, `/v1/kv/${path}`, { method: "DELETE" });
}
