import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { declareResources } from "../../components/declare";
import { dockerApiOf } from "../../components/docker-api";
import type { DockerApi } from "../../components/docker-api";
import { Fleet } from "../../components/fleet";
import { loadCatalog } from "../../fleet/catalog/load";
import { hasStartInterval } from "../../fleet/docker-api";
import { planFleet } from "../../fleet/plan/plan";
import { CONTAINER } from "../../fleet/resource";
import { readStack } from "../../stacks/read";
import { ROOT } from "../support/project";
import { Recorder } from "../support/recorder";

const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));
const { startInterval } = catalog.profiles.health.docker;

interface Check {
  readonly startInterval?: string;
  readonly startPeriod?: string;
}

/** The health checks of all containers as they are sent to an engine with this API. */
async function checksOn(dockerApi: DockerApi): Promise<Check[]> {
  const recorder = await Recorder.start("sutazai-fleet", plan.stack);
  await recorder.run(() => new Fleet(plan.fleet, { plan, dockerApi }));
  return recorder.resources
    .filter(({ type }) => type === CONTAINER)
    .map(({ inputs }) => inputs["healthcheck"] as Check);
}

describe("the interval of the health check for the start", () => {
  it("stands in the catalog and in what is declared", () => {
    expect(startInterval).toBe(2);
    const declared = declareResources(plan).filter(({ type }) => type === CONTAINER);
    expect(declared.length).toBeGreaterThan(plan.agents.length);
    for (const { properties } of declared)
      expect(properties["healthcheck"]).toMatchObject({ startInterval: "2s" });
  });

  it.each<[string, DockerApi]>([
    ["a Docker Engine that knows it", "1.44"],
    ["one that is asked meanwhile", Promise.resolve("1.52")],
  ])("is sent to %s", async (_title, api) => {
    for (const check of await checksOn(api))
      expect(check).toMatchObject({ startInterval: "2s", interval: "15s" });
  });

  it.each<[string, DockerApi]>([
    ["a Docker Engine that would refuse it", "1.43"],
    ["one of which nobody knows what it is", undefined],
    ["one that does not answer", Promise.resolve(null)],
  ])("is not sent to %s", async (_title, api) => {
    for (const check of await checksOn(api)) {
      expect(check).not.toHaveProperty("startInterval");
      expect(check).toHaveProperty("startPeriod");
    }
  });

  it.each([
    ["1.41", false],
    ["1.9", false],
    ["1.43", false],
    ["1.44", true],
    ["1.100", true],
    ["2.0", true],
    ["", false],
    ["new", false],
    [null, false],
  ])("API %s knows it: %s", (api, known) => {
    expect(hasStartInterval(api)).toBe(known);
  });
});

describe("the API of a Docker Engine", () => {
  const folder = mkdtempSync(join(tmpdir(), "fleet-docker-api-"));
  const socket = join(folder, "docker.sock");
  const asked: string[] = [];
  let version: string | null = "1.47";
  let server: Server;

  beforeAll(async () => {
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      asked.push(request.url ?? "");
      if (version !== null) response.setHeader("Api-Version", version);
      response.end("OK");
    };
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(socket, resolve));
  });

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  function configOf(values: Record<string, string>): pulumi.Config {
    const all = Object.entries(values).map(([key, value]) => [`sutazai-fleet:${key}`, value] as const);
    pulumi.runtime.setAllConfig(Object.fromEntries(all));
    return new pulumi.Config("sutazai-fleet");
  }

  it("is what it says where the configuration names it", async () => {
    expect(await dockerApiOf(configOf({ dockerHost: `unix://${socket}` }))).toBe("1.47");
    expect(asked).toEqual(["/_ping"]);
  });

  it("is what the configuration says", async () => {
    const host = `unix://${socket}`;
    expect(await dockerApiOf(configOf({ dockerHost: host, dockerApi: "1.41" }))).toBe("1.41");
  });

  it("is asked of DOCKER_HOST, through TCP too", async () => {
    const before = process.env["DOCKER_HOST"];
    const other = createServer((_request, response) => response.setHeader("Api-Version", "1.51").end());
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    process.env["DOCKER_HOST"] = `tcp://127.0.0.1:${port}`;
    try {
      expect(await dockerApiOf(configOf({}))).toBe("1.51");
    } finally {
      if (before === undefined) delete process.env["DOCKER_HOST"];
      else process.env["DOCKER_HOST"] = before;
      await new Promise((resolve) => other.close(resolve));
    }
  });

  it("is not known where nobody answers, or not in this way", async () => {
    expect(await dockerApiOf(configOf({ dockerHost: `unix://${join(folder, "none.sock")}` }))).toBeNull();
    expect(await dockerApiOf(configOf({ dockerHost: "ssh://somebody@somewhere" }))).toBeNull();
    version = null;
    expect(await dockerApiOf(configOf({ dockerHost: `unix://${socket}` }))).toBeNull();
  });
});
