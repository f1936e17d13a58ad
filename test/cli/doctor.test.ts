import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnosis, Examined } from "../../cli/engine/doctor/model";
import { examineDocker, examinePorts } from "../../cli/engine/doctor/daemons";
import { reachDocker } from "../../cli/engine/docker-client";
import { CONTAINER } from "../../fleet/resource";
import { fleetWith } from "../support/fleet";
import type { Run } from "../support/fleet";

const folder = mkdtempSync(join(tmpdir(), "fleet-doctor-"));
const home = join(folder, "state", "sutazai-fleet");
const nothing = {
  PATH: "/nowhere",
  DOCKER_HOST: "unix:///nowhere/docker.sock",
  CONSUL_HTTP_ADDR: "",
  XDG_STATE_HOME: join(folder, "state"),
  XDG_CACHE_HOME: join(folder, "cache"),
  PULUMI_HOME: join(folder, "tool pulumi"),
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const doctor = (env: Readonly<Record<string, string>> = {}, ...args: string[]): Run =>
  fleetWith({ ...nothing, ...env }, "doctor", "--stack", "local", ...args);
const found = (run: Run): Diagnosis => JSON.parse(run.out) as Diagnosis;
const of = (diagnosis: Diagnosis, subject: string): Examined => {
  const examined = diagnosis.examined.find(({ kind, name }) => `${kind} ${name}` === subject);
  if (examined === undefined) throw new Error(`nothing was said of ${subject}`);
  return examined;
};

it("says on a bare machine what is in the way, what comes by itself, and how to get each", () => {
  const run = doctor({}, "--format", "json");
  expect(run.code).toBe(2);
  const diagnosis = found(run);
  expect(diagnosis).toMatchObject({ schemaVersion: 1, command: "doctor", stack: "local", exitCode: 2 });
  expect(of(diagnosis, "tool node")).toMatchObject({ standing: "ok" });
  expect(of(diagnosis, "tool pulumi")).toMatchObject({
    kind: "tool",
    standing: "later",
    found: "not on PATH",
  });
  for (const { kind, standing, fix } of diagnosis.examined.filter((each) => each.kind === "plugin"))
    expect([kind, standing, fix]).toEqual([
      "plugin",
      "later",
      expect.stringContaining("pulumi plugin install"),
    ]);
  expect(of(diagnosis, "daemon docker")).toMatchObject({ kind: "daemon", standing: "wrong" });
  expect(of(diagnosis, "daemon consul")).toMatchObject({ standing: "later" });
  expect(of(diagnosis, "daemon consul").fix).toContain("fleet up starts it");
  expect(of(diagnosis, "port host ports")).toMatchObject({ standing: "ok" });
  expect(of(diagnosis, "state lock")).toMatchObject({ standing: "ok", found: "free" });
  for (const { standing, fix } of diagnosis.examined) expect(fix === null).toBe(standing === "ok");
});

it("says the same as text", () => {
  const { code, out } = doctor();
  expect(code).toBe(2);
  expect(out).toMatch(/^wrong +daemon docker +unix:\/\/\/nowhere\/docker\.sock/m);
  expect(out).toContain("  fix     Start Docker, or set DOCKER_HOST to where it listens.");
  expect(out).toContain("1 thing is in the way of fleet up --stack local");
});

it("names a Consul that does not answer, and a lock that is held", () => {
  mkdirSync(join(home, "locks"), { recursive: true });
  const timestamp = "2026-01-01T00:00:00Z";
  const lock = join(home, "locks", "sutazai-local.json");
  writeFileSync(lock, JSON.stringify({ pid: process.pid, hostname: hostname(), timestamp }));
  const held = found(doctor({ CONSUL_HTTP_ADDR: "127.0.0.1:1" }, "--format", "json"));
  expect(of(held, "daemon consul")).toMatchObject({ standing: "wrong" });
  expect(of(held, "state lock")).toMatchObject({ standing: "wrong" });
  expect(of(held, "state lock").found).toContain(`process ${process.pid} on`);
  writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, hostname: hostname(), timestamp }));
  expect(of(found(doctor({}, "--format", "json")), "state lock")).toMatchObject({ standing: "later" });
});

it("tells of a state that is damaged and of a run that came to no end", () => {
  const stacks = join(home, "state", ".pulumi", "stacks", "sutazai");
  mkdirSync(stacks, { recursive: true });
  writeFileSync(join(stacks, "local.json"), "{");
  expect(of(found(doctor({}, "--format", "json")), "state state")).toMatchObject({ standing: "wrong" });
  rmSync(join(stacks, "local.json"));
  mkdirSync(join(home, "unfinished"), { recursive: true });
  const since = "2026-01-01T00:00:00Z";
  writeFileSync(
    join(home, "unfinished", "sutazai-local.json"),
    JSON.stringify({ since, docker: "", folders: [] }),
  );
  const unfinished = of(found(doctor({}, "--format", "json")), "state state");
  expect(unfinished).toMatchObject({ standing: "later", found: `a run came to no end since ${since}` });
});

describe("ports that containers publish", () => {
  const published = (external: number) => [
    {
      type: CONTAINER,
      name: "router",
      properties: { name: "x-router", ports: [{ internal: 80, external }] },
      options: {},
    },
  ];

  it("are free or taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const [taken] = await examinePorts(published(port), null);
    await new Promise((resolve) => server.close(resolve));
    const [free] = await examinePorts(published(port), null);
    expect([taken?.standing, free?.standing]).toEqual(["wrong", "ok"]);
  });
});

/** A Docker Engine that says which it is, and no more. */
async function withEngine<T>(
  Version: string,
  ApiVersion: string,
  ask: (host: string) => Promise<T>,
): Promise<T> {
  const limits = { MemoryLimit: true, CpuCfsQuota: true };
  const server = createServer(({ url = "" }, response) => {
    const answers = url.includes("version") ? { Version, ApiVersion } : url.includes("info") ? limits : "OK";
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(answers));
  });
  const socket = join(folder, `engine-${ApiVersion}.sock`);
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  try {
    return await ask(`unix://${socket}`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

it("refuses a Docker Engine that is too old", async () => {
  const reached = withEngine("19.03.15", "1.40", reachDocker);
  await expect(reached).rejects.toMatchObject({ code: "docker-too-old" });
});

it.each([
  ["20.10.24", "1.41", /^20\.10\.24 at .* \(asks for health first after a whole interval/],
  ["25.0.0", "1.44", /^25\.0\.0 at [^ ]*$/],
])("says of Docker Engine %s what it can", async (version, api, words) => {
  const before = process.env["DOCKER_HOST"];
  const { examined } = await withEngine(version, api, (host) => {
    process.env["DOCKER_HOST"] = host;
    return examineDocker();
  }).finally(() => {
    if (before === undefined) delete process.env["DOCKER_HOST"];
    else process.env["DOCKER_HOST"] = before;
  });
  expect(examined[0]).toMatchObject({
    name: "docker",
    standing: "ok",
    found: expect.stringMatching(words) as unknown,
  });
});
