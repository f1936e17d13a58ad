import type { Catalog } from "../../fleet/catalog/types";
import { DOCKER_SOCKET_CONFIG, DOCKER_SOCKET_PLACES, dockerSocketConfig } from "../../fleet/render/haproxy";
import { UNKNOWN } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { notEvaluated } from "../rule";
import type { Outcome } from "../rule";
import { agentOf, serviceOf } from "../subject";
import { wordsOf } from "./command";
import { failure } from "./failure";
import { loaderOf } from "./file-loader";
import { isFloating, readImage } from "./image";
import { mountsOf } from "./mounts";
import type { Mount } from "./mounts";
import { elementsOf, fieldOf, isAbsent } from "./values";

/** Where the program looks for its configuration when nobody tells it anything. */
const CONFIG_FOLDER = "/usr/local/etc/haproxy";
const CONFIG = `${CONFIG_FOLDER}/haproxy.cfg`;
const IMAGE = "haproxy";

/**
 * True for the one mount of an engine's socket that may be: that of the proxy, which has nothing to say of itself. It
 * is HAProxy's own image, at a fixed version, with no argument, variable or file but the rendered configuration, which
 * it reads from a volume that it can't write.
 */
export function isGuardedSocket(resource: ResourceView, catalog: Catalog, mount: Mount): boolean {
  const { properties } = resource;
  const service = agentOf(resource, catalog) === null ? serviceOf(resource, catalog) : null;
  if (service?.files[DOCKER_SOCKET_CONFIG] !== CONFIG || Object.keys(service.files).length !== 1)
    return false;
  const { image } = properties;
  const { reference, tag } = readImage(typeof image === "string" ? image : "");
  if (reference !== `${IMAGE}:${tag ?? ""}` || isFloating(tag)) return false;
  const words = wordsOf(resource);
  if (words === UNKNOWN || words.length > 0) return false;
  if (elementsOf(properties["envs"]).length > 0 || !isAbsent(properties["uploads"])) return false;
  const others = mountsOf(resource).filter((other) => other.property !== mount.property);
  // One volume for the configuration, one for its own socket, and nothing else of the host.
  if (others.some(({ host, from }) => host !== null || from !== null)) return false;
  const configs = others.filter(({ target }) => target === UNKNOWN || covers(target, CONFIG));
  if (configs.length !== 1 || configs[0]?.target !== CONFIG_FOLDER || configs[0].readOnly !== true)
    return false;
  const { host, target, readOnly } = mount;
  return (
    typeof host === "string" &&
    /^\/(?:[\w.-]+\/)+docker\.sock$/.test(host) &&
    !host.split("/").includes("..") &&
    target === DOCKER_SOCKET_PLACES.engine &&
    readOnly === true
  );
}

/** What is wrong with what brings the proxy its configuration; nothing for every other container. */
export function wayToDockerIsAsRendered(resource: ResourceView, catalog: Catalog): readonly Outcome[] {
  const service = loaderOf(resource, catalog);
  if (service === null || !(DOCKER_SOCKET_CONFIG in service.files)) return [];
  const { uploads } = resource.properties;
  const problems: Outcome[] = [];
  const brought = elementsOf(uploads);
  if (brought.length !== 1)
    problems.push(failure("uploads", brought.length, "the rendered configuration alone"));
  for (const [index, upload] of brought.entries()) {
    const [file, content] = [fieldOf(upload, "file"), fieldOf(upload, "content")];
    if (file === UNKNOWN || content === UNKNOWN) problems.push(notEvaluated(`uploads[${index}]`));
    else if (file !== CONFIG)
      problems.push(failure(`uploads[${index}].file`, typeof file === "string" ? file : null, CONFIG));
    else if (content !== dockerSocketConfig())
      problems.push(failure(`uploads[${index}].content`, "another text", "the rendered configuration"));
  }
  return problems;
}

/** True when something that is mounted at `folder` decides what stands at `path`. */
function covers(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
