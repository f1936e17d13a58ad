import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FLEET, fleet } from "../support/fleet";

let folder: string;
let project: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-import-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
beforeEach(() => {
  project = join(folder, String((count += 1)), "shop");
  mkdirSync(join(project, ".git"), { recursive: true });
});

const put = (name: string, text: string) => writeFileSync(join(project, name), text);
const read = (name: string) => readFileSync(join(project, name), "utf8");
function run(...args: string[]) {
  const done = spawnSync(process.execPath, [FLEET, "import", "compose", ...args], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const COMPOSE = `services:
  worker: { image: "example.org/worker:1.0.0", ports: ["9000:9000"], mem_limit: 200m, depends_on: [consul] }
  consul: { image: "hashicorp/consul:1.21.0", healthcheck: { test: [CMD, consul, members] } }
`;

describe("fleet import compose", () => {
  it("prints entries and writes nothing", () => {
    put("compose.yaml", COMPOSE);
    const before = readdirSync(project);
    const { code, out, err } = run("compose.yaml");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("2 services read: 1 agents, 1 services of the fleet, 0 left out");
    expect(out).toContain("  - name: worker\n");
    expect(readdirSync(project)).toEqual(before);
  });

  it("writes a new file, and never over one or through a link", () => {
    put("compose.yaml", COMPOSE);
    expect(run("compose.yaml", "--out", "entries.yaml").err).toBe("wrote entries.yaml\n");
    expect(read("entries.yaml")).toContain("dependsOn: [consul]");
    put("entries.yaml", "mine\n");
    symlinkSync(join(folder, "stolen"), join(project, "link.yaml"));
    for (const name of ["entries.yaml", "link.yaml"]) {
      const { code, err } = run("compose.yaml", "--out", name);
      expect(code).toBe(2);
      expect(err).toContain("[target-exists]");
    }
    expect(read("entries.yaml")).toBe("mine\n");
    expect(readdirSync(folder)).not.toContain("stolen");
  });

  it("shows what it changes in a catalog, writes it when told, and keeps every line that was there", () => {
    expect(fleet("init", project).code).toBe(0);
    put("compose.yaml", COMPOSE);
    const before = read("catalog/agents.yaml");
    const shown = run("compose.yaml", "--merge");
    expect(shown.code).toBe(0);
    expect(shown.out).toContain(
      "-  warm: { agents: 1, criticality: normal }\n+  warm: { agents: 2, criticality: normal }\n",
    );
    expect(shown.out).toContain("+  - name: worker\n");
    expect(shown.err).toContain("nothing was written");
    expect(read("catalog/agents.yaml")).toBe(before);

    const written = run("compose.yaml", "--merge", "--yes");
    expect(written.err).toBe("wrote catalog/agents.yaml\n");
    const after = read("catalog/agents.yaml");
    const kept = before.split("\n").filter((line) => !line.startsWith("  warm:"));
    const lines = after.split("\n");
    expect(kept.filter((line) => !lines.includes(line))).toEqual([]);
    expect(after).toContain("# The agents of the fleet");
    const check = fleet("check", "--stack", "dev", "--dir", project);
    expect(check.out).toContain("4 (1 hot, 2 warm, 1 cold)");
    expect(check.code).toBe(0);
    // What git and patch understand.
    const patched = spawnSync("git", ["apply", "--check", "--reverse", "-"], {
      cwd: project,
      input: shown.out.slice(shown.out.indexOf("--- a/")),
      encoding: "utf8",
    });
    expect(patched.stderr).toBe("");

    const again = run("compose.yaml", "--merge", "--yes");
    expect(again.out).toContain("worker is in the catalog already");
    expect(again.out).toContain("the catalog has all of it already");
    expect(read("catalog/agents.yaml")).toBe(after);
  });

  it("answers programs in JSON, refusals too", () => {
    put("compose.yaml", COMPOSE);
    expect(JSON.parse(run("compose.yaml", "--format", "json").out)).toMatchObject({
      schemaVersion: 1,
      services: ["worker", "consul"],
      written: [],
    });
    const refused = run("nowhere.yaml", "--format", "json");
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.out)).toMatchObject({ problems: [{ code: "file-missing" }] });
  });

  it("shows no secret in the lines around a mistake", () => {
    put("compose.yaml", "services:\n  a:\n    environment:\n      DB_PASSWORD: geheim-4711\n      B: [x]\n");
    const { code, err } = run("compose.yaml");
    expect(code).toBe(2);
    expect(err).toContain("DB_PASSWORD: ***");
    expect(err).not.toContain("geheim-4711");
  });

  it("takes what an option says for the machine, or says how to write it", () => {
    put("compose.yaml", COMPOSE);
    expect(run("compose.yaml", "--host-memory", "100MB").out).toContain("limits-exceed-host");
    expect(run("compose.yaml", "--host-memory", "much").err).toContain("write --host-memory 29GB or 27GiB");
  });
});

describe("files outside of the repository", () => {
  const outside = (name: string) => join(project, "..", name);
  const base = "services: { base: { image: 'x:1' } }\n";

  it.each([
    ["include", "include: [../other.yaml]\n"],
    ["extends", "services: { a: { extends: { file: ../other.yaml, service: base } } }\n"],
    ["env_file", "services: { a: { image: 'x:1', env_file: ../other.yaml } }\n"],
    ["an absolute path", "services: { a: { image: 'x:1', env_file: /etc/hostname } }\n"],
    ["a link", "services: { a: { extends: { file: link.yaml, service: base } } }\n"],
    ["a folder that is a link", "include: [up/other.yaml]\n"],
  ])("are not read through %s", (_, text) => {
    writeFileSync(outside("other.yaml"), base);
    symlinkSync("../other.yaml", join(project, "link.yaml"));
    symlinkSync("..", join(project, "up"));
    put("compose.yaml", text);
    const { code, err } = run("compose.yaml");
    expect(code).toBe(2);
    expect(err).toContain("[file-outside]");
    expect(err).toContain("compose.yaml:1:");
  });

  it("are read when they are named on the command line", () => {
    writeFileSync(outside("other.yaml"), base);
    put("compose.yaml", "services: { a: { extends: { file: ../other.yaml, service: base } } }\n");
    const { code, out } = run("compose.yaml", "../other.yaml");
    expect(code).toBe(0);
    expect(out).toContain("2 services read");
  });
});
