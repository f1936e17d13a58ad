import * as pulumi from "@pulumi/pulumi";
import { tmpdir } from "node:os";
import { Recorder } from "../support/recorder";

/** Loads index.ts as the engine would, in a folder that has nothing to do with the project. */
async function program(stack: string, config: Record<string, string> = {}) {
  const recorder = await Recorder.start("sutazai-fleet", stack);
  pulumi.runtime.setAllConfig(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [`sutazai-fleet:${key}`, value])),
    config["consulToken"] === undefined ? [] : ["sutazai-fleet:consulToken"],
  );
  const before = process.cwd();
  process.chdir(tmpdir());
  try {
    const load = () => jest.requireActual<{ agents: pulumi.Output<unknown> }>("../../index");
    return { recorder, exported: await recorder.run(load) };
  } finally {
    process.chdir(before);
  }
}

describe("the program", () => {
  beforeEach(() => jest.resetModules());

  it("finds the project, and hands the providers of the configuration to every resource", async () => {
    const { recorder } = await program("dev", {
      tier: "dev",
      dockerHost: "unix:///run/other.sock",
      consulAddress: "127.0.0.1:18500",
      consulToken: "not-for-everybody",
    });
    const provider = (name: string) =>
      recorder.resources.find(({ type }) => type === `pulumi:providers:${name}`);
    expect(provider("docker")?.inputs).toMatchObject({ host: "unix:///run/other.sock" });
    expect(provider("consul")?.inputs).toMatchObject({ address: "127.0.0.1:18500" });
    // The token goes to the engine as a secret, never as plain text.
    expect(provider("consul")?.inputs["token"]).toMatchObject({ value: "not-for-everybody" });
    expect(provider("consul")?.inputs["token"]).toHaveProperty("4dabf18193072939515e22adb298388d");
    for (const { type, provider: used } of recorder.resources) {
      const kind = type.split(":")[0] ?? "";
      if (kind === "docker" || kind === "consul")
        expect(used).toContain(`pulumi:providers:${kind}::${kind}::`);
    }
  });

  it("refuses a tier that is not the stack's", async () => {
    await expect(program("dev", { tier: "prod" })).rejects.toThrow(
      "the engine was told tier prod; stacks/Pulumi.dev.yaml:3 says dev",
    );
  });

  it("refuses a stack without configuration, with the fix", async () => {
    await expect(program("nowhere")).rejects.toThrow(/create stacks\/Pulumi\.nowhere\.yaml/);
  });
});
