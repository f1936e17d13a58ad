import { file, section, word } from "./text";

/** The kind of file that makes a service the one way to Docker. */
export const DOCKER_SOCKET_CONFIG = "docker-socket-config";

/** Where the proxy listens and what it leads to, as it sees them. */
export interface DockerSocketPlaces {
  /** The socket that others may use: in a volume of the service. */
  readonly listen: string;
  /** The engine's own. */
  readonly engine: string;
  /** `host:port` of its health endpoint. */
  readonly health: string;
}

/** As the catalog has to mount them. */
export const DOCKER_SOCKET_PLACES: DockerSocketPlaces = {
  listen: "/var/lib/haproxy/docker.sock",
  engine: "/var/run/docker.sock",
  health: "127.0.0.1:8405",
};

/** What may be asked, with or without a version of the API in front. A container is named by its whole id. */
const READS = "(_ping|version|info|containers/[0-9a-f]{64}/json)";

/**
 * The configuration of what stands between cAdvisor and Docker: whoever reaches the engine's own socket is root on the
 * machine, so only four questions that change nothing get through it, word by word.
 *
 * What is compared is the address as it was sent. Nothing is decoded or put in order before: whatever is written in
 * another way than Docker's own clients write it is refused, and what was judged is what Docker reads.
 *
 * @returns the text of `haproxy.cfg`
 */
export function dockerSocketConfig(places: DockerSocketPlaces = DOCKER_SOCKET_PLACES): string {
  return file([
    section("global", ["maxconn 64", "log stdout format raw local0 notice"]),
    section("defaults", [
      "mode http",
      "log global",
      "option dontlognull",
      "timeout connect 2s",
      "timeout http-request 5s",
      "timeout http-keep-alive 5s",
      "timeout queue 10s",
      "timeout client 30s",
      "timeout server 30s",
      // A connection to the engine serves one request: nothing can be left in it for the next.
      "option http-server-close",
      "http-reuse never",
    ]),
    section("frontend reads", [
      `bind unix@${word(places.listen)} mode 666 proto h1`,
      // Clients ask for /_ping with HEAD first, to learn the version.
      "http-request deny unless { method GET } or { method HEAD }",
      "http-request deny if { method HEAD } !{ url -m end /_ping }",
      "http-request deny if { req.fhdr_cnt(upgrade) gt 0 }",
      "http-request deny if { req.fhdr_cnt(transfer-encoding) gt 0 }",
      "http-request deny if { req.fhdr_cnt(content-length) gt 0 } !{ req.fhdr(content-length) -m str 0 }",
      `http-request deny unless { url -m reg ^(/v1\\.[0-9]{1,2})?/${READS}$ }`,
      // Of what the client says of itself, Docker needs nothing.
      "http-request set-header Host docker",
      "default_backend engine",
    ]),
    section("backend engine", [`server docker unix@${word(places.engine)}`]),
    section("frontend health", [
      `bind ${word(places.health)}`,
      'http-request return status 200 content-type text/plain string "ok" if { path /healthz }',
      "http-request deny deny_status 404",
    ]),
  ]);
}
