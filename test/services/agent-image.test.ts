import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import { readStack } from "../../stacks/read";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { ROOT } from "../support/project";
import { until } from "../support/until";

const TAG = `sutazai/reference-agent:test-${process.pid}`;
let engine: DockerEngine;

beforeAll(async () => {
  engine = await startDockerEngine();
});
afterAll(async () => {
  await engine.docker
    .getImage(TAG)
    .remove({ force: true })
    .catch(() => undefined);
  await engine.stop();
});

test("the image made without a registry runs hardened, is found healthy, keeps its memory, and stops cleanly", async () => {
  execFileSync(process.execPath, [join(ROOT, "scripts/agent-image.mjs"), "--tag", TAG], {
    env: { ...process.env, DOCKER_HOST: engine.host },
    stdio: "pipe",
  });
  const catalog = loadCatalog(ROOT);
  const [agent] = planFleet(catalog, readStack(ROOT, "dev", catalog)).agents;
  if (agent === undefined) throw new Error("no agent");
  expect((await engine.docker.getImage(TAG).inspect()).Config.User).toBe(agent.image.user);
  const container = await engine.docker.createContainer({
    Image: TAG,
    User: agent.image.user,
    Env: ["FLEET_LINGER_SECONDS=0", `PORT=${agent.health.port}`],
    // The check of the catalog's runtime: what it calls has to be in the image.
    Healthcheck: { Test: ["CMD", ...agent.health.command], Interval: 1e9, Timeout: 30e9, Retries: 60 },
    HostConfig: {
      ReadonlyRootfs: true,
      ...{ CapDrop: ["ALL"], SecurityOpt: ["no-new-privileges:true"], Init: true, NetworkMode: "none" },
      ...{ Memory: agent.sizing.memory.value * 2 ** 20, MemorySwap: agent.sizing.memory.value * 2 ** 20 },
    },
  });
  try {
    await container.start();
    await until(
      "the container to be healthy",
      async () => (await container.inspect()).State.Health?.Status === "healthy",
      120_000,
    );
    await container.stop({ t: 30 });
    const { State } = await container.inspect();
    expect([State.ExitCode, State.OOMKilled]).toEqual([0, false]);
  } finally {
    await container.remove({ force: true });
  }
});
