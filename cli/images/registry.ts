import { createHash } from "node:crypto";
import type { Problem, ProblemCode } from "../../fleet/problem";
import { isLoopback } from "./reference";
import type { ImageReference } from "./reference";

/** An image of several platforms first: its digest is good on all of them. */
const MANIFESTS = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** The most a manifest may be, in bytes: what registries accept. */
const MAX_MANIFEST = 4 * 1024 * 1024;

export interface RegistryOptions {
  /** The registry (`host:port`) that is asked without TLS; null for none. It has to be on this machine. */
  readonly insecure: string | null;
  /** Milliseconds until one request is given up. */
  readonly timeout: number;
}

/** A registry gave no digest. */
export class RegistryError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = "RegistryError";
  }
}

/**
 * Asks the registry for the digest of the tag.
 *
 * @throws RegistryError with what it answered
 */
export async function digestOf(image: ImageReference, options: RegistryOptions): Promise<string> {
  const scheme = image.registry === options.insecure ? "http" : "https";
  const url = `${scheme}://${image.registry}/v2/${image.repository}/manifests/${image.tag}`;
  let headers: Record<string, string> = { Accept: MANIFESTS };
  let answer = await ask(image, url, "HEAD", headers, options);
  if (answer.status === 401) {
    const token = await tokenFor(image, answer.headers.get("www-authenticate") ?? "", options);
    headers = { ...headers, Authorization: `Bearer ${token}` };
    answer = await ask(image, url, "HEAD", headers, options);
  }
  if (!answer.ok) throw refused(image, answer.status);
  const said = answer.headers.get("docker-content-digest");
  if (said === null) return digestOfContent(image, url, headers, options);
  if (!DIGEST.test(said)) throw odd(image, `the digest ${said}`);
  return said;
}

/** Registries may leave the header out: then the digest is that of the manifest's bytes. */
async function digestOfContent(
  image: ImageReference,
  url: string,
  headers: Record<string, string>,
  options: RegistryOptions,
): Promise<string> {
  const answer = await ask(image, url, "GET", headers, options);
  if (!answer.ok) throw refused(image, answer.status);
  return `sha256:${createHash("sha256")
    .update(await bodyOf(image, answer))
    .digest("hex")}`;
}

/** A token for reading without an account, as the challenge of the registry says where. */
async function tokenFor(image: ImageReference, challenge: string, options: RegistryOptions): Promise<string> {
  const parameters = new Map(
    [...challenge.matchAll(/([a-z]+)="([^"]*)"/gi)].map(([, key = "", value = ""]) => [key, value]),
  );
  const realm = parameters.get("realm") ?? "";
  if (!/^bearer /i.test(challenge) || !URL.canParse(realm)) throw refused(image, 401);
  const url = new URL(realm);
  const open = url.protocol === "http:" && options.insecure === image.registry && isLoopback(url.host);
  if (url.protocol !== "https:" && !open) throw odd(image, `a token service without TLS (${url.origin})`);
  const service = parameters.get("service");
  if (service !== undefined) url.searchParams.set("service", service);
  url.searchParams.set("scope", parameters.get("scope") ?? `repository:${image.repository}:pull`);
  const answer = await ask(image, url.href, "GET", {}, options);
  if (!answer.ok) throw refused(image, answer.status);
  const text = (await bodyOf(image, answer)).toString("utf8");
  let token: unknown;
  try {
    const body = JSON.parse(text) as { token?: unknown; access_token?: unknown } | null;
    token = body?.token ?? body?.access_token;
  } catch {
    token = null;
  }
  if (typeof token !== "string") throw odd(image, "a token service that hands out no token");
  return token;
}

async function bodyOf(image: ImageReference, answer: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > MAX_MANIFEST) throw odd(image, `more than ${MAX_MANIFEST} bytes`);
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof RegistryError ? error : unreachable(image, error);
  }
  return Buffer.concat(parts);
}

async function ask(
  image: ImageReference,
  url: string,
  method: "GET" | "HEAD",
  headers: Record<string, string>,
  { timeout }: RegistryOptions,
): Promise<Response> {
  try {
    return await fetch(url, { method, headers, signal: AbortSignal.timeout(timeout) });
  } catch (error) {
    throw unreachable(image, error);
  }
}

function unreachable(image: ImageReference, error: unknown): RegistryError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const found = cause instanceof Error ? cause.message || cause.name : String(cause);
  return failed(image, "registry-unreachable", {
    message: `the registry ${image.registry} does not answer`,
    found,
    wanted: "an answer of the registry",
    fix: "check the network and the name of the registry, and run the same command again",
  });
}

function refused(image: ImageReference, status: number): RegistryError {
  if (status === 404)
    return failed(image, "image-not-found", {
      message: `${image.registry} has no ${image.repository}:${image.tag}`,
      found: "HTTP 404",
      wanted: "an image with this tag",
      fix: "correct the image or its tag in the catalog, or push it first",
    });
  if (status === 401 || status === 403)
    return failed(image, "registry-denied", {
      message: `${image.registry} does not let ${image.repository} be read without an account`,
      found: `HTTP ${status}`,
      wanted: "an image that can be read without an account",
      fix: "check the name (registries hide what does not exist), let it be read, or use a mirror that does",
    });
  return odd(image, `HTTP ${status}`);
}

function odd(image: ImageReference, found: string): RegistryError {
  return failed(image, "registry-answer", {
    message: `${image.registry} gives no digest of ${image.repository}:${image.tag}`,
    found,
    wanted: "the digest of a manifest",
    fix: "run the same command again later; when it stays, ask who runs the registry",
  });
}

function failed({ text }: ImageReference, code: ProblemCode, words: Omit<Problem, "code">): RegistryError {
  return new RegistryError({ code, ...words, message: `${text}: ${words.message}` });
}
