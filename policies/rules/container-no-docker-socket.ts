import { posix } from "node:path";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { isGuardedSocket, wayToDockerIsAsRendered } from "../read/docker-way";
import { mountsOf } from "../read/mounts";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { PASS, notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";

const SOCKET =
  /(?:^|\/)(?:docker|dockershim|containerd|podman|crio|cri-dockerd|buildkitd)[^/]*\.sock$|docker_engine$/i;
/** Folders in which a socket of an engine lies, by any of its paths. */
const ABOVE =
  /^\/(?:$|proc$|proc\/|(?:var\/)?run$|(?:var\/)?run\/(?:user|docker|containerd|podman|crio|buildkit)(?:\/[^/]*)*$|var$)/;

export const containerNoDockerSocket: ResourceRule = {
  id: "container-no-docker-socket",
  description:
    "No container gets the socket of a container engine, nor a folder that it lies in; only the proxy with the rendered configuration does.",
  category: "security",
  severity: "critical",
  rationale:
    "Whoever can write to the engine's socket can start a privileged container: it is root on the host, read-only mount or not.",
  remediation:
    "Remove the mount. What needs to know about containers asks cAdvisor, and cAdvisor the proxy of docs/docker-socket.md.",
  exemptible: false,
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const problems: Outcome[] = [...wayToDockerIsAsRendered(resource, catalog)];
    const mounts = mountsOf(resource);
    if (mounts.length === 0 && problems.length === 0) return PASS;
    for (const mount of mounts) {
      const { property, host, target } = mount;
      if (host === null || isGuardedSocket(resource, catalog, mount)) continue;
      if (host !== UNKNOWN && reachesSocket(host))
        problems.push(failure(property, host, "no path to an engine"));
      else if (target !== UNKNOWN && SOCKET.test(target))
        problems.push(failure(property, target, "no path to an engine"));
      else if (host === UNKNOWN || target === UNKNOWN) problems.push(notEvaluated(property));
    }
    return passUnless(problems);
  },
};

function reachesSocket(path: string): boolean {
  const normal = posix.normalize(path.replaceAll("\\", "/"));
  const plain = normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
  return SOCKET.test(plain) || ABOVE.test(plain.replace(/^\/\/+/, "/"));
}
