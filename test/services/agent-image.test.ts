import { agentBundle, buildAgentImage } from "../../cli/engine/agent-image";
import { ensureAgentImage } from "../../cli/engine/ensure-agent-image";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan } from "../../fleet/plan/types";
import { readStack } from "../../stacks/read";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { ROOT } from "../support/project";
import { until } from "../support/until";

/** Images of this suite alone. */
const MADE = `sutazai/reference-agent:test-${process.pid}`;
const BUILT = `sutazai/reference-agent:built-${process.pid}`;
let engine: DockerEngine;

const catalog = loadCatalog(ROOT);
const [agent] = planFleet(catalog, readStack(ROOT, "dev", catalog)).agents as [AgentPlan];
const imageOf = (reference: string) => ({ reference, user: agent.image.user, port: agent.health.port });

beforeAll(async () => {
  engine = await startDockerEngine();
});
afterAll(async () => {
  for (const tag of [MADE, BUILT])
    await engine.docker
      .getImage(tag)
      .remove({ force: true })
      .catch(() => undefined);
  await engine.stop();
});

/** Sees to the image where no registry has it, and answers what is said of the way. */
async function ensure(reference: string): Promise<string> {
  const said: string[] = [];
  const pull = () => Promise.reject(new Error("no registry has it"));
  await ensureAgentImage(engine.docker, imageOf(reference), {
    ...{ home: ROOT, pull },
    say: (line) => said.push(line),
  });
  return said.join("\n");
}

test("an image that no registry has is made once, and anew when the agent has changed", async () => {
  expect(await ensure(MADE)).toMatch(/^made the image .*: (built on node:|made of this machine's Node)/);
  expect(await ensure(MADE)).toBe("");
  await buildAgentImage(engine.docker, imageOf(BUILT), Buffer.from("process.exit(1)"), MADE);
  expect(await ensure(BUILT)).toMatch(/made of another version of the agent\nmade the image/);
  expect(await ensure(BUILT)).toBe("");
  // On an image that has Node, as with Node's own.
  await buildAgentImage(engine.docker, imageOf(BUILT), agentBundle(ROOT), MADE);
});

test.each([
  ["made on the spot", MADE],
  ["built on an image with Node", BUILT],
])(
  "the image %s runs hardened, is found healthy, keeps its memory, and stops cleanly",
  async (_way, image) => {
    expect((await engine.docker.getImage(image).inspect()).Config.User).toBe(agent.image.user);
    const container = await engine.docker.createContainer({
      Image: image,
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
  },
);
