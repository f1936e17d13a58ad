import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import type Docker from "dockerode";
import { pack } from "tar-stream";
import { follow, splitReference } from "./docker-stream";
import { EngineError } from "./engine-error";
import { isStaticProgram } from "./static-program";
import { onPath } from "./tools/on-path";

/** A stand-in of an agent: answers its health paths and does nothing else. */
export interface StubImage {
  readonly reference: string;
  /** `uid:gid` it runs as; "" for root. */
  readonly user: string;
  readonly port: number;
  /** Paths that answer, such as `/healthz`. */
  readonly paths: readonly string[];
}

/** How an image came to be there. */
export type ImageSource = "present" | "static busybox of this machine" | "built on a base image";

/** What an agent needs of busybox. */
const PROGRAMS = ["sh", "wget", "httpd", "sleep", "cat"];
const WEB_ROOT = "/www";
/** Where the image of another registry can be had, when this machine has no static busybox. */
export const BASE_IMAGE = "busybox:1.37.0";

function instructions({ user, port }: StubImage): string[] {
  const command = ["/bin/httpd", "-f", "-p", String(port), "-h", WEB_ROOT];
  return [...(user === "" ? [] : [`USER ${user}`]), `EXPOSE ${port}`, `CMD ${JSON.stringify(command)}`];
}

/** The files that make the paths answer. */
function addPages(archive: ReturnType<typeof pack>, image: StubImage): void {
  archive.entry({ name: "www", type: "directory", mode: 0o755 });
  for (const path of image.paths) archive.entry({ name: `www${path}`, mode: 0o644 }, "ok\n");
}

function rootFilesystem(image: StubImage, busybox: string): Readable {
  const archive = pack();
  for (const name of ["bin", "data"]) archive.entry({ name, type: "directory", mode: 0o755 });
  archive.entry({ name: "tmp", type: "directory", mode: 0o1777 });
  archive.entry({ name: "bin/busybox", mode: 0o755 }, readFileSync(busybox));
  for (const name of PROGRAMS)
    archive.entry({ name: `bin/${name}`, type: "symlink", linkname: "busybox", mode: 0o777 });
  addPages(archive, image);
  archive.finalize();
  return Readable.from(archive);
}

function buildContext(image: StubImage, base: string): Readable {
  const archive = pack();
  const dockerfile = [`FROM ${base}`, `COPY www ${WEB_ROOT}`, ...instructions(image)].join("\n");
  archive.entry({ name: "Dockerfile" }, `${dockerfile}\n`);
  addPages(archive, image);
  archive.finalize();
  return Readable.from(archive);
}

export async function imageExists(docker: Docker, reference: string): Promise<boolean> {
  try {
    await docker.getImage(reference).inspect();
    return true;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return false;
    throw error;
  }
}

/** Imports the image from nothing but a static busybox: no registry is asked. */
export async function importStubImage(docker: Docker, image: StubImage, busybox: string): Promise<void> {
  const [repo, tag] = splitReference(image.reference);
  const stream = await docker.importImage(rootFilesystem(image, busybox), {
    repo,
    tag,
    changes: instructions(image).join("\n"),
  });
  await follow(docker, stream);
}

/** Builds the image on one that has busybox already. */
export async function buildStubImage(docker: Docker, image: StubImage, base = BASE_IMAGE): Promise<void> {
  await follow(docker, await docker.buildImage(buildContext(image, base), { t: image.reference }));
}

/**
 * Makes the image unless it is there: from this machine's static busybox, else on busybox's own image.
 *
 * @throws EngineError `image-unavailable` when neither can be had
 */
export async function ensureStubImage(docker: Docker, image: StubImage): Promise<ImageSource> {
  if (await imageExists(docker, image.reference)) return "present";
  const busybox = onPath("busybox");
  if (busybox !== null && isStaticProgram(busybox)) {
    await importStubImage(docker, image, busybox);
    return "static busybox of this machine";
  }
  try {
    if (!(await imageExists(docker, BASE_IMAGE))) await follow(docker, await docker.pull(BASE_IMAGE));
    await buildStubImage(docker, image);
    return "built on a base image";
  } catch (error) {
    throw new EngineError(
      "image-unavailable",
      `the image ${image.reference} can't be made`,
      `no static busybox on PATH, and ${error instanceof Error ? error.message : String(error)}`,
      "a static busybox, or an image registry",
      `Install busybox-static, or let Docker pull ${BASE_IMAGE}, and run the same command again.`,
    );
  }
}
