import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { ensureStubImage } from "../../cli/engine/stub-image";
import { CADVISOR } from "../../cli/engine/tools/known-services";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { LABEL } from "../../fleet/labels";
import { freePorts } from "../support/consul-server";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { startDockerProxy } from "../support/docker-proxy";
import type { DockerProxy } from "../support/docker-proxy";
import { end } from "../support/processes";
import { ROOT } from "../support/project";
import { until } from "../support/until";

/** cAdvisor's way to Docker: a real HAProxy in front of a real engine, and the library of cAdvisor behind it. */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const without = (...programs: readonly string[]) => programs.some((program) => missing.includes(program));
const withProxy = without("haproxy", "dockerd", "busybox") ? describe.skip : describe;
const withCadvisor = without("cadvisor") ? it.skip : it;
const PATIENCE = 60_000;

const IMAGE = "fleet-test/asleep:1";
const NAME = "fleet-test-docker-socket";

withProxy("what stands between cAdvisor and Docker", () => {
  let engine: DockerEngine;
  let proxy: DockerProxy;
  let id: string;
  let cadvisor: ChildProcess | null = null;

  beforeAll(async () => {
    // In containerd's image store, which is the default from 29 on, cAdvisor finds no container.
    engine = await startDockerEngine(["--feature", "containerd-snapshotter=false"]);
    await ensureStubImage(engine.docker, { reference: IMAGE, user: "", port: 8080, paths: ["/healthz"] });
    const container = await engine.docker.createContainer({
      Image: IMAGE,
      name: NAME,
      Env: ["WHAT=planted-in-the-environment"],
      Labels: { [LABEL.agent]: "asleep", [LABEL.fleet]: "test" },
      HostConfig: { NetworkMode: "none" },
    });
    await container.start();
    ({ id } = container);
    proxy = await startDockerProxy(engine.host.replace("unix://", ""));
  });
  afterAll(async () => {
    if (cadvisor?.pid !== undefined) await end(cadvisor.pid);
    await proxy.stop();
    await engine.docker.getContainer(id).remove({ force: true });
    await engine.stop();
  });

  /** A request as a client writes it, that wants no more than one answer. */
  const request = (method: string, path: string, ...headers: readonly string[]) =>
    [`${method} ${path} HTTP/1.1`, "Host: docker", "Connection: close", ...headers, "", ""].join("\r\n");
  const statusOf = (answer: string) => Number(/^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1] ?? "0");

  it.each(["/_ping", "/version", "/info", "/v1.41/version", "/v1.41/info"])(
    "lets GET %s through",
    async (path) => {
      const answer = await proxy.send(request("GET", path));
      expect(statusOf(answer)).toBe(200);
      expect(answer.toLowerCase()).toContain("api-version:");
    },
  );

  it("lets a client learn the version, and look at a container by its whole id", async () => {
    expect(statusOf(await proxy.send(request("HEAD", "/_ping")))).toBe(200);
    for (const path of [`/containers/${"ID"}/json`, `/v1.40/containers/${"ID"}/json`]) {
      const answer = await proxy.send(request("GET", path.replace("ID", id)));
      expect(statusOf(answer)).toBe(200);
      expect(answer).toContain(`"/${NAME}"`);
    }
    expect(statusOf(await proxy.send(request("GET", `/containers/${"0".repeat(64)}/json`)))).toBe(404);
  });

  const own = "ID";
  it.each([
    ...["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "get", "GETX"].map((method) => [
      method,
      "/info",
    ]),
    ["HEAD", "/info"],
    ["HEAD", `/containers/${own}/json`],
    ["POST", `/containers/${own}/exec`],
    ["POST", `/containers/${own}/kill`],
    ["POST", "/containers/create"],
    ["POST", "/_ping"],
    ["POST", `/containers/${own}/json`],
    ["DELETE", `/containers/${own}`],
    ["PUT", `/containers/${own}/archive?path=/`],
    ["GET", "/"],
    ["GET", "/containers/json"],
    ["GET", "/images/json"],
    ["GET", "/events"],
    ["GET", "/secrets"],
    ["GET", "/v1.41/system/df"],
    ["GET", `/containers/${own}/logs?stdout=1`],
    ["GET", `/containers/${own}/archive?path=/etc/passwd`],
    ["GET", `/containers/${own}/export`],
    ["GET", `/containers/${own}/top`],
    ["GET", `/containers/${own}/attach/ws`],
    ["GET", `/containers/${own}/stats`],
    ["GET", `/containers/${NAME}/json`],
    ["GET", `/containers/${own}/json?size=1`],
    ["GET", `/containers/${own}/json#x`],
    ["GET", `/containers/${own}/json/`],
    ["GET", `/containers/${own}/json/../logs`],
    ["GET", `/containers/${own}/json%00`],
    ["GET", `/containers/${own}/json;x=/exec`],
    ["GET", `//containers/${own}/json`],
    ["GET", `/containers//${own}/json`],
    ["GET", "//info"],
    ["GET", "/./info"],
    ["GET", "/v1.41/../containers/json"],
    ["GET", "/_ping/../containers/json"],
    ["GET", "/%69nfo"],
    ["GET", "/_ping/%2e%2e/containers/json"],
    ["GET", `/containers/${own}%2fjson`],
    ["GET", "/v1.41//info"],
    ["GET", "/v1/info"],
    ["GET", "/v2.0/info"],
    ["GET", "/v1.411/info"],
    ["GET", "/INFO"],
    ["GET", "/info?"],
    ["GET", "/info%20"],
    ["GET", "http://docker/info"],
    ["GET", "http://docker/containers/json"],
    ["GET", "unix:///info"],
    ["GET", "*"],
  ])("refuses %s %s", async (method, path) => {
    const answer = await proxy.send(request(method, path.replace("ID", id)));
    expect(answer.toLowerCase()).not.toContain("api-version:");
    // What is no request at all is refused for that.
    expect([400, 403]).toContain(statusOf(answer));
  });

  it.each([
    ["an upgrade", request("GET", "/info", "Upgrade: tcp", "Connection: Upgrade")],
    ["a websocket", request("GET", "/info", "Upgrade: websocket")],
    ["another method in a header, with POST", request("POST", "/info", "X-HTTP-Method-Override: GET")],
    ["a body", `${request("GET", "/info", "Content-Length: 2")}{}`],
    ["a body in pieces", `${request("GET", "/info", "Transfer-Encoding: chunked")}0\r\n\r\n`],
    [
      "two lengths of a body",
      `${request("GET", "/info", "Content-Length: 4", "Transfer-Encoding: chunked")}0\r\n\r\nGET /containers/json HTTP/1.1\r\nHost: docker\r\n\r\n`,
    ],
    ["lengths that differ", `${request("GET", "/info", "Content-Length: 0", "Content-Length: 5")}hello`],
    ["a length that hides itself", `${request("GET", "/info", "Transfer-Encoding : chunked")}0\r\n\r\n`],
    ["HTTP/2 from the start", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["no version", "GET /info\r\n\r\n"],
    ["a line that is broken in two", "GET /info\r\n HTTP/1.1\r\nHost: docker\r\n\r\n"],
  ])("refuses %s", async (_title, bytes) => {
    const answer = await proxy.send(bytes);
    expect(answer.toLowerCase()).not.toContain("api-version:");
    expect(answer).not.toContain("KernelVersion");
    expect([400, 403, 505]).toContain(statusOf(answer));
  });

  it("judges every request of a connection, not only the first", async () => {
    const first = "GET /_ping HTTP/1.1\r\nHost: docker\r\n\r\n";
    const answer = await proxy.send(first + request("GET", "/containers/json") + request("GET", "/info"));
    expect([...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual(["200", "403"]);
    expect(answer).not.toContain(NAME);
  });

  it("leaves the engine as it was", async () => {
    const { State, ExecIDs } = await engine.docker.getContainer(id).inspect();
    expect(State.Running).toBe(true);
    expect(ExecIDs ?? []).toEqual([]);
  });

  withCadvisor(
    "tells cAdvisor the names and labels of containers, and nothing of their environment",
    async () => {
      const { path } = await obtainTool(CADVISOR, { root: ROOT, say: (line) => console.error(line) });
      const [port] = await freePorts(1);
      cadvisor = spawn(path, [`--docker=unix://${proxy.socket}`, `--listen=127.0.0.1:${port}`], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      let said = "";
      cadvisor.stderr?.on("data", (chunk) => (said += String(chunk)));
      const text = await until(
        `a container with its name from cAdvisor (it said ${said})`,
        async () => {
          if (cadvisor?.exitCode !== null) throw new Error(`cAdvisor ended:\n${said}`);
          const answer = await fetch(`http://127.0.0.1:${port}/metrics`).then(
            (response) => response.text(),
            () => "",
          );
          return answer.includes(`name="${NAME}"`) ? answer : null;
        },
        PATIENCE,
      ).catch((error: unknown) => {
        throw new Error(`${String(error)}\n${said}\n${proxy.said()}`);
      });
      const line = text
        .split("\n")
        .find((each) => each.startsWith("container_memory_usage_bytes") && each.includes(NAME));
      expect(line).toContain('container_label_sutazai_agent="asleep"');
      expect(line).toContain('container_label_sutazai_fleet="test"');
      expect(text).not.toContain("planted-in-the-environment");
      // It asked for nothing that it may not have.
      expect(proxy.said()).not.toContain(" 403 ");
    },
  );
});
