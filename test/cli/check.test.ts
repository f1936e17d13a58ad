import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "../support/project";

const FLEET = join(ROOT, "dist", "fleet.cjs");

function fleet(...args: string[]) {
  const run = spawnSync(process.execPath, [FLEET, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe("fleet check", () => {
  it("plans and polices the real fleet in stack dev", () => {
    const { code, out, err } = fleet("check", "--stack", "dev", "--dir", ROOT);
    expect(err).toBe("");
    expect(out).toContain("69 (20 hot, 30 warm, 19 cold)");
    expect(out).toContain("all kept");
    expect(code).toBe(0);
  });

  it("prints JSON on stdout", () => {
    const { out } = fleet("check", "--stack", "dev", "--format", "json", "--dir", ROOT);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, stack: "dev", summary: { blocking: 0 } });
  });

  it("asks for a stack", () => {
    const { code, err } = fleet("check");
    expect(code).toBe(2);
    expect(err).toContain("--stack");
  });

  it("blocks in staging what it only advises in dev, with the line", () => {
    const project = new Project();
    try {
      project.edit(
        "catalog/agents.yaml",
        "    role: autonomous-tasks\n",
        "    role: autonomous-tasks\n    memory: 2GiB\n",
      );
      const line = project.read("catalog/agents.yaml").split("\n").indexOf("    memory: 2GiB") + 1;
      const dev = fleet("check", "--stack", "dev", "--dir", project.root);
      expect(dev.code).toBe(0);
      expect(dev.out).toContain("advises  memory 2 GiB -> at most 1 GiB");
      const staging = fleet("check", "--stack", "staging", "--dir", project.root);
      expect(staging.code).toBe(1);
      expect(staging.out).toContain("blocks  memory 2 GiB -> at most 1 GiB");
      expect(staging.out).toContain(`catalog/agents.yaml:${line}:13`);
    } finally {
      project.remove();
    }
  });

  it("prints every error of a broken catalog on stderr and exits with 2", () => {
    const project = new Project();
    try {
      project.edit(
        "catalog/agents.yaml",
        "    role: autonomous-tasks\n",
        "    role: autonomous-tasks\n    memory: 128\n",
      );
      const { code, out, err } = fleet("check", "--stack", "dev", "--dir", project.root);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("fix     write 128MiB");
      expect(err).not.toContain("at Object");
    } finally {
      project.remove();
    }
  });

  it("loads no Pulumi package", () => {
    const dist = join(ROOT, "dist");
    const files = readdirSync(dist).filter((file) => /^fleet-.*\.cjs$/.test(file));
    expect(files).toHaveLength(1);
    for (const file of files) {
      expect(readFileSync(join(dist, file), "utf8")).not.toMatch(/require\(["']@pulumi\//);
    }
  });
});
