import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type Docker from "dockerode";
import { ensureStubImage, importStubImage } from "../../cli/engine/stub-image";
import { onPath } from "../../cli/engine/tools/on-path";
import { startConsul } from "../support/consul-server";
import type { ConsulServer } from "../support/consul-server";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { OperationFailed, TestEngine } from "../support/engine";
import { RECORDED, recordedOutcome, recordedState, stateByName, stepLines } from "../support/recordings";
import { consulProgram, dockerProgram, tamperingProgram } from "./recorded-programs";

/** The stand-ins must do what was recorded of the official plugins, operation by operation. */

/** The recorded images named no user. */
const stub = { user: "", port: 8080, paths: ["/healthz", "/readyz"] };

function expectSame(found: Awaited<ReturnType<TestEngine["preview"]>>, recording: string): void {
  const recorded = recordedOutcome(recording);
  expect(stepLines(found.refreshed)).toEqual(stepLines(recorded.refreshed));
  expect(stepLines(found.steps)).toEqual(stepLines(recorded.steps));
}

describe("the stand-in for docker", () => {
  let host: DockerEngine;
  let docker: Docker;
  beforeAll(async () => {
    host = await startDockerEngine();
    docker = host.docker;
  });
  afterAll(async () => {
    await host.stop();
  });

  describe("does as the recording `docker`", () => {
    let engine: TestEngine;
    beforeAll(async () => {
      await ensureStubImage(docker, { ...stub, reference: "bb:1" });
      engine = await TestEngine.open({
        project: "recorded",
        stack: "dev",
        plugins: "stand-ins",
        program: dockerProgram,
        env: { DOCKER_HOST: host.host },
      });
      const up = await engine.up();
      expect(up.plugins["docker"]).toMatch(/stand-ins/);
    });
    afterAll(async () => {
      await engine.destroy();
      expect(await docker.listContainers({ all: true, filters: { network: ["fleet3"] } })).toEqual([]);
      engine.close();
    });

    it("on a clean stack", async () => {
      expect(stateByName(await engine.state())).toEqual(
        stateByName(recordedState("docker/state-after-up.json")),
      );
      expectSame(await engine.preview({ refresh: true }), "docker/events-clean.jsonl");
    });

    it("after changes from outside, and takes them into the state", async () => {
      await docker.getContainer("full-0").stop({ t: 1 });
      await docker.getContainer("full-1").update({ Memory: 256 << 20, MemorySwap: 256 << 20 });
      await docker.getNetwork("fleet3").disconnect({ Container: "full-2" });
      await docker.getContainer("cold-a").remove();
      await docker.getContainer("cold-b").start();
      expectSame(await engine.preview({ refresh: true }), "docker/events-drifted.jsonl");
      await engine.refresh();
      expect(stateByName(await engine.state())).toEqual(
        stateByName(recordedState("docker/state-after-refresh-drifted.json")),
      );
    });

    it("mends them", async () => {
      await engine.up({ refresh: true });
      const after = await engine.preview({ refresh: true });
      expect(stepLines(after.steps).filter((line) => !line.startsWith("same"))).toEqual([]);
      expect((await docker.getContainer("full-1").inspect()).HostConfig.Memory).toBe(128 << 20);
      expect((await docker.getContainer("full-2").inspect()).NetworkSettings.Networks).toHaveProperty(
        "fleet3",
      );
    });
  });

  describe("does as the recording `docker-tampering`", () => {
    let engine: TestEngine;
    beforeAll(async () => {
      await ensureStubImage(docker, { ...stub, reference: "fleet-agent-stub:1" });
      engine = await TestEngine.open({
        project: "tamper",
        stack: "dev",
        plugins: "stand-ins",
        program: tamperingProgram,
        env: { DOCKER_HOST: host.host },
      });
      await engine.up();
    });
    afterAll(async () => {
      await engine.destroy();
      engine.close();
    });

    it("on a clean stack", async () => {
      expectSame(await engine.preview({ refresh: true }), "docker-tampering/events-clean.jsonl");
    });

    it("after every container was changed in its own way", async () => {
      execFileSync("sh", ["-e", join(RECORDED, "docker-tampering", "tampering.sh")], {
        env: { ...process.env, DOCKER_HOST: host.host },
        stdio: ["ignore", "ignore", "pipe"],
      });
      const other = { ...stub, reference: "fleet-agent-stub:1", paths: ["/healthz", "/readyz", "/other"] };
      await importStubImage(docker, other, onPath("busybox") ?? "");
      expectSame(await engine.preview({ refresh: true }), "docker-tampering/events-tampered.jsonl");
    });

    it("stops at a name that is taken, with the same words", async () => {
      const failed = await engine.up({ refresh: true }).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(OperationFailed);
      const words = /Unable to create container: .*Conflict\. The container name "\/rerun" is already in use/;
      expect((failed as OperationFailed).message).toMatch(words);
      expect(recordedOutcome("docker-tampering/events-mend-name-taken.jsonl").errors.join()).toMatch(words);
    });

    it("mends what it sees once the name is free, and never the CPU set", async () => {
      await docker.getContainer("rerun").remove({ force: true });
      await engine.up({ refresh: true });
      expectSame(await engine.preview({ refresh: true }), "docker-tampering/events-after-mend.jsonl");
      expect(stateByName(await engine.state())).toEqual(
        stateByName(recordedState("docker-tampering/state-after-mend.json")),
      );
    });
  });
});

describe("the stand-in for consul does as the recording `consul`", () => {
  let consul: ConsulServer;
  let engine: TestEngine;
  beforeAll(async () => {
    consul = await startConsul();
    engine = await TestEngine.open({
      project: "recorded",
      stack: "dev",
      plugins: "stand-ins",
      program: consulProgram(consul.address),
      env: {},
    });
    const up = await engine.up();
    expect(up.plugins["consul"]).toMatch(/stand-ins/);
  });
  afterAll(async () => {
    engine.close();
    await consul.stop();
  });

  it("on a clean stack", async () => {
    expect(stateByName(await engine.state())).toEqual(
      stateByName(recordedState("consul/state-after-up.json")),
    );
    expectSame(await engine.preview({ refresh: true }), "consul/events-clean.jsonl");
  });

  it("after changes from outside, and takes them into the state", async () => {
    const put = (path: string, body: unknown) => consul.ask(path, { method: "PUT", body });
    const Node = "sutazai-agents";
    await put("/v1/catalog/deregister", { Node, ServiceID: "agent-01" });
    const Service = { ID: "agent-02", Service: "agent-02", Port: 9999, Tags: ["hot"], Meta: { pool: "hot" } };
    await put("/v1/catalog/register", { Node, SkipNodeUpdate: true, Service });
    await put("/v1/kv/sutazai/fleet/version", "tampered");
    expectSame(await engine.preview({ refresh: true }), "consul/events-drifted.jsonl");
    await engine.refresh();
    expect(stateByName(await engine.state())).toEqual(
      stateByName(recordedState("consul/state-after-refresh-drifted.json")),
    );
  });

  it("mends them, and leaves nothing but the key that is not its to delete", async () => {
    await engine.up({ refresh: true });
    const after = await engine.preview({ refresh: true });
    expect(after.changes).toEqual({ same: 8 });
    const services = await consul.ask<{ ServicePort: number }[]>("/v1/catalog/service/agent-02");
    expect(services).toMatchObject([{ ServicePort: 9002 }]);
    await engine.destroy();
    expect(await consul.ask<object>("/v1/catalog/services")).toEqual({ consul: [] });
    expect(await consul.ask("/v1/config/service-defaults/agent-00")).toBeNull();
    expect(await consul.ask("/v1/kv/sutazai/fleet/version")).toMatchObject([{ Value: btoa("1") }]);
  });
});
