/** Where an image stands: what Docker makes of a short name is written out. */
export interface ImageReference {
  /** As the catalog has it. */
  readonly text: string;
  /** Host, with a port where one is named. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
}

const DOCKER_HUB = "registry-1.docker.io";
const HUB_NAMES = ["docker.io", "index.docker.io"];

/** Reads a reference that the catalog's schema has accepted: it has a tag and no digest. */
export function parseReference(text: string): ImageReference {
  const colon = text.lastIndexOf(":");
  const name = text.slice(0, colon);
  const tag = text.slice(colon + 1);
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(0, slash));
  const named = first.includes(".") || first.includes(":") || first === "localhost";
  if (named && !HUB_NAMES.includes(first))
    return { text, registry: first, repository: name.slice(slash + 1), tag };
  const path = named ? name.slice(slash + 1) : name;
  return { text, registry: DOCKER_HUB, repository: path.includes("/") ? path : `library/${path}`, tag };
}

/** True for a `host` or `host:port` of this machine. */
export function isLoopback(registry: string): boolean {
  const host = registry.replace(/:\d+$/, "");
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
