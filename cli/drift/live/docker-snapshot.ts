import { createHash } from "node:crypto";
import type Docker from "dockerode";
import { extract } from "tar-stream";
import { LABEL } from "../../../fleet/labels";
import type { FleetPlan } from "../../../fleet/plan/types";
import type { ResourceView } from "../../../fleet/resource";
import { fileKey } from "./compare-containers";
import type { DockerSnapshot } from "./compare-containers";
import type { FileChange, FoundContainer, FoundImage } from "./found";
import { inParallel } from "./in-parallel";
import { recordsOf, textOf } from "./properties";

export function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * One look at Docker: every container that carries the labels of this stack or stands in one of its names, with its
 * image and its file changes, all asked at once.
 *
 * @param views the declared containers
 */
export async function lookAtDocker(
  docker: Docker,
  views: readonly ResourceView[],
  { fleet, stack }: FleetPlan,
): Promise<DockerSnapshot> {
  const names = new Set(views.map((view) => textOf(view.properties, "name")));
  const references = [...new Set(views.map((view) => textOf(view.properties, "image")))];
  const [images, info, all] = await Promise.all([
    inParallel(references, async (name) => [name, await imageOf(docker, name)] as const),
    docker.info() as Promise<{ readonly NCPU: number }>,
    docker.listContainers({ all: true }),
  ]);
  const listed = all.filter(
    ({ Labels, Names }) =>
      (Labels[LABEL.fleet] === fleet && Labels[LABEL.stack] === stack) ||
      Names.some((name) => names.has(name.replace(/^\//, ""))),
  );
  const ids = new Map<string, Promise<FoundImage | null>>();
  const imageById = (id: string): Promise<FoundImage | null> => {
    const known = ids.get(id) ?? imageOf(docker, id);
    ids.set(id, known);
    return known;
  };
  const containers = (
    await inParallel(listed, async ({ Id }): Promise<FoundContainer | null> => {
      const container = docker.getContainer(Id);
      const [inspected, changes] = await Promise.all([orGone(container.inspect()), changesOf(container)]);
      return inspected === null
        ? null
        : { info: inspected, changes, image: await imageById(inspected.Image) };
    })
  ).filter((container) => container !== null);
  return {
    containers,
    images: new Map(images),
    files: await uploadedFiles(docker, views, containers),
    cpuCount: info.NCPU,
  };
}

/** Between the list and the question a container may go. */
async function orGone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return null;
    throw error;
  }
}

async function changesOf(container: Docker.Container): Promise<readonly FileChange[] | null> {
  try {
    const answer: unknown = await container.changes();
    if (Array.isArray(answer)) return answer as FileChange[];
    // No change at all is told as `null`, which the client gives back unread.
    return String(answer).trim() === "null" ? [] : null;
  } catch {
    return null;
  }
}

async function imageOf(docker: Docker, name: string): Promise<FoundImage | null> {
  const found = await orGone(docker.getImage(name).inspect());
  return found === null ? null : { id: found.Id, config: found.Config as FoundImage["config"] };
}

/** What stands in the files that were brought into containers, such as alert rules. */
async function uploadedFiles(
  docker: Docker,
  views: readonly ResourceView[],
  containers: readonly FoundContainer[],
): Promise<ReadonlyMap<string, string | null>> {
  const byName = new Map(containers.map(({ info }) => [info.Name.replace(/^\//, ""), info.Id]));
  const wanted = views.flatMap((view) => {
    const id = byName.get(textOf(view.properties, "name"));
    if (id === undefined) return [];
    return recordsOf(view.properties, "uploads").map((upload) => ({ id, path: textOf(upload, "file") }));
  });
  const found = await inParallel(
    wanted,
    async ({ id, path }) => [fileKey(id, path), await fileDigest(docker.getContainer(id), path)] as const,
  );
  return new Map(found);
}

async function fileDigest(container: Docker.Container, path: string): Promise<string | null> {
  const archive = await orGone(container.getArchive({ path }));
  if (archive === null) return null;
  const hash = createHash("sha256");
  let seen = false;
  const entries = extract();
  const done = new Promise<void>((resolve, reject) => {
    entries.on("entry", (header, stream, next) => {
      if (header.type === "file") {
        seen = true;
        stream.on("data", (chunk) => hash.update(chunk as Buffer));
      }
      stream.on("end", next);
      stream.resume();
    });
    entries.on("finish", resolve).on("error", reject);
    archive.on("error", reject);
  });
  archive.pipe(entries);
  await done;
  return seen ? hash.digest("hex") : null;
}
