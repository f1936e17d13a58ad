import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { failureOf } from "../../cli/engine/failures";
import { onPath } from "../../cli/engine/tools/on-path";
import { isStaticProgram } from "../../cli/engine/static-program";
import { buildStubImage, ensureStubImage } from "../../cli/engine/stub-image";
import { startConsul } from "../support/consul-server";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { until } from "../support/until";

let engine: DockerEngine;
beforeAll(async () => {
  engine = await startDockerEngine();
});
afterAll(async () => {
  await engine.stop();
});

const stub = {
  reference: "fleet-test/surroundings:1",
  user: "10001:10001",
  port: 8080,
  paths: ["/healthz", "/readyz"],
};

describe("the image of an agent's stand-in", () => {
  afterAll(async () => {
    for (const name of [stub.reference, "fleet-test/built:1"])
      await engine.docker.getImage(name).remove({ force: true });
  });

  /** Runs the image hardened as agents are, and answers what a path of it says. */
  async function ask(image: string, path: string): Promise<string> {
    const container = await engine.docker.createContainer({
      Image: image,
      HostConfig: { ReadonlyRootfs: true, CapDrop: ["ALL"], SecurityOpt: ["no-new-privileges:true"] },
    });
    try {
      await container.start();
      return await until("an answer", async () => {
        const exec = await container.exec({
          Cmd: ["wget", "-q", "-O", "-", `http://127.0.0.1:${stub.port}${path}`],
          AttachStdout: true,
          Tty: true,
        });
        const stream = await exec.start({ Tty: true });
        let text = "";
        for await (const chunk of stream) text += String(chunk);
        return (await exec.inspect()).ExitCode === 0 ? text.trim() : null;
      });
    } finally {
      await container.remove({ force: true });
    }
  }

  it("is imported from a static busybox, once, and answers as an unprivileged user", async () => {
    expect(await ensureStubImage(engine.docker, stub)).toBe("static busybox of this machine");
    expect(await ensureStubImage(engine.docker, stub)).toBe("present");
    const { Config } = await engine.docker.getImage(stub.reference).inspect();
    expect(Config).toMatchObject({ User: stub.user });
    expect(await ask(stub.reference, "/healthz")).toBe("ok");
    expect(await ask(stub.reference, "/readyz")).toBe("ok");
  });

  it("can be built on an image that has busybox", async () => {
    await buildStubImage(engine.docker, { ...stub, reference: "fleet-test/built:1" }, stub.reference);
    expect(await ask("fleet-test/built:1", "/readyz")).toBe("ok");
  });

  it("is only made of a program that needs no loader", () => {
    expect(isStaticProgram(onPath("busybox") ?? "")).toBe(true);
    expect(isStaticProgram(process.execPath)).toBe(false);
    expect(isStaticProgram(__filename)).toBe(false);
  });
});

describe("a Consul of the suite's own", () => {
  it("answers, and two don't clash", async () => {
    const servers = await Promise.all([startConsul(), startConsul()]);
    try {
      expect(servers[0].address).not.toBe(servers[1].address);
      await servers[0].ask("/v1/kv/a", { method: "PUT", body: "1" });
      expect(await servers[0].ask("/v1/kv/a")).toMatchObject([{ Key: "a" }]);
      expect(await servers[1].ask("/v1/kv/a")).toBeNull();
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
});

describe("what Docker says when it can't", () => {
  afterAll(async () => {
    await engine.docker.getImage(stub.reference).remove({ force: true });
  });

  it("names a port that something else listens on", async () => {
    await ensureStubImage(engine.docker, stub);
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const container = await engine.docker.createContainer({
      Image: stub.reference,
      HostConfig: { PortBindings: { "8080/tcp": [{ HostIp: "127.0.0.1", HostPort: String(port) }] } },
    });
    try {
      const said = await container.start().then(
        () => "started",
        (error: unknown) => String(error),
      );
      expect([said, failureOf(said).code]).toEqual([expect.stringContaining(String(port)), "port-taken"]);
    } finally {
      await container.remove({ force: true });
      server.close();
    }
  });
});
