import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { parse } from "yaml";
import { PULUMI } from "../../cli/engine/tools/known";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { choosePlugins } from "../providers/choose";
import { ROOT } from "../support/project";

/**
 * What somebody else gets: the tarball in an empty project, and what can be done with it. npm asks its registry.
 *
 * @needs internet
 */

const folder = mkdtempSync(join(tmpdir(), "fleet-package-"));
const project = join(folder, "Other People");
const installed = join(project, "node_modules", "sutazai-fleet");
const npm = (cwd: string, ...args: string[]) =>
  execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const done = spawnSync(program, args, {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const fleet = (...args: string[]) => run(join(project, "node_modules", ".bin", "fleet"), args);

beforeAll(() => {
  mkdirSync(project);
  npm(ROOT, "pack", "--silent", "--pack-destination", folder);
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(project, "package.json"), '{ "name": "other-people", "private": true }\n');
  npm(project, "install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, tarball));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the packed package", () => {
  it("holds what it needs, and no fleet", () => {
    expect(readdirSync(installed).sort()).toEqual(
      ["LICENSE", "README.md", "cli", "dist", "package.json", "policies", "templates", "tools"].sort(),
    );
    const text = readFileSync(join(installed, "dist", "library.cjs"), "utf8");
    expect(text).not.toContain("agentzero-coordinator");
  });

  it("brings a command that makes a fleet and checks it", () => {
    const made = fleet("init");
    expect(made.err).toBe("");
    expect(made.out).toContain("fleet other-people in ");
    expect(made.out).toContain("kept     package.json");
    for (const stack of ["local", "dev", "staging"]) {
      const { code, out } = fleet("check", "--stack", stack);
      expect(out).toContain("3 (1 hot, 1 warm, 1 cold)");
      expect(code).toBe(0);
    }
  });

  it("names schemas that are there, for editors", () => {
    for (const file of ["agents", "profiles", "services", "images.lock"].map(
      (name) => `catalog/${name}.yaml`,
    )) {
      const [, path = ""] = /\$schema=(\S+)/.exec(readFileSync(join(project, file), "utf8")) ?? [];
      expect(JSON.parse(readFileSync(join(project, "catalog", path), "utf8"))).toHaveProperty("$schema");
    }
  });

  it("has types, which tell a right program from a wrong one", () => {
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    cpSync(join(ROOT, "node_modules", "@types", "node"), join(project, "node_modules", "@types", "node"), {
      recursive: true,
    });
    cpSync(join(ROOT, "node_modules", "undici-types"), join(project, "node_modules", "undici-types"), {
      recursive: true,
    });
    const right = run(process.execPath, [tsc, "-p", "."]);
    expect(right.out).toBe("");
    expect(right.code).toBe(0);
    const program = readFileSync(join(project, "index.ts"), "utf8");
    const mistaken = program.replace("{ plan,", "{ plan: 3,");
    expect(mistaken).not.toBe(program);
    writeFileSync(join(project, "wrong.ts"), mistaken);
    const options = [
      "--module",
      "node16",
      "--moduleResolution",
      "node16",
      "--strict",
      "--skipLibCheck",
      "--noEmit",
    ];
    const wrong = run(process.execPath, [tsc, ...options, "wrong.ts"]);
    expect(wrong.out).toContain("wrong.ts(");
    expect(wrong.out).toContain("TS2345");
  });
});

describe("a program of ten lines on the real engine", () => {
  const program = `const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const { Fleet, planProject } = require("sutazai-fleet");
async function main() {
  const plan = planProject(__dirname, "local");
  const program = async () => { new Fleet(plan.fleet, { plan }); };
  const stack = await LocalWorkspace.createOrSelectStack({ stackName: plan.stack, projectName: plan.fleet, program });
  await stack.setConfig("sutazai-fleet:tier", { value: "local" });
  const { changeSummary } = await stack.preview({ policyPacks: [__dirname + "/node_modules/sutazai-fleet/policies"] });
  console.log(JSON.stringify(changeSummary));
}
main().catch((error) => { console.error(error.message); process.exitCode = 1; });
`;

  async function preview() {
    const pulumi = await obtainTool(PULUMI, { root: ROOT, say: () => undefined });
    const plugins = choosePlugins("stand-ins");
    const home = join(folder, "home");
    mkdirSync(join(folder, "state"), { recursive: true });
    writeFileSync(join(project, "program.cjs"), program);
    const path = [dirname(pulumi.path), ...plugins.folders, join(installed, "cli", "engine", "bin")];
    return run(process.execPath, ["program.cjs"], {
      PATH: [...path, process.env["PATH"] ?? ""].join(delimiter),
      PULUMI_HOME: home,
      PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "of a test",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_STACK: "local",
    });
  }

  it("previews the fleet, policed by the pack of the package", async () => {
    expect(program.trimEnd().split("\n").length).toBeLessThanOrEqual(11);
    const { code, out, err } = await preview();
    expect(err).toBe("");
    expect(code).toBe(0);
    const { create } = JSON.parse(out) as { readonly create: number };
    expect(create).toBeGreaterThan(15);
  });

  it("is stopped by the pack when the fleet breaks a rule", async () => {
    const file = join(project, "catalog", "agents.yaml");
    const before = readFileSync(file, "utf8");
    // Between the check of this program and the pack the same catalog is read twice: both see what is wrong.
    writeFileSync(file, before.replace(/(role: decides.*\n)/, "$1    memory: 900MiB\n"));
    const tiers = join(project, "stacks", "tiers.yaml");
    const strict = readFileSync(tiers, "utf8");
    writeFileSync(
      tiers,
      strict
        .replace("agentMemory: 4GiB", "agentMemory: 512MiB")
        .replace("medium: advisory", "medium: mandatory"),
    );
    try {
      const { code, err } = await preview();
      expect(code).toBe(1);
      expect(err).toContain("budget-agent-memory");
    } finally {
      writeFileSync(file, before);
      writeFileSync(tiers, strict);
    }
  });
});

describe("the action", () => {
  interface Step {
    readonly name?: string;
    readonly run?: string;
    readonly uses?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  const { runs } = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as {
    runs: { steps: readonly Step[] };
  };
  const scripts = runs.steps.flatMap(({ run: script }) => script ?? []);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
      cwd: project,
      encoding: "utf8",
    }).trim();
  const output = join(folder, "output");
  const summary = join(folder, "summary");

  /** The two scripts after the installation, as the runner starts them. */
  function action(base: string, stacks = "dev staging") {
    for (const file of [output, summary]) writeFileSync(file, "");
    const env = {
      FLEET_BASE: base,
      FLEET_STACKS: stacks,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    };
    const bash = (script: string) =>
      run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
        ...env,
        RUNNER_TEMP: folder,
      });
    const [, diff = "", check = ""] = scripts;
    return { diff: bash(diff), check: bash(check), summary: readFileSync(summary, "utf8") };
  }

  beforeAll(() => {
    git("init", "--quiet", "--initial-branch=main");
    git("add", "catalog", "stacks", "package.json", ".gitignore");
    git("commit", "--quiet", "--message=base");
  });

  it("installs what the lock file says, and hands inputs over as environment alone", () => {
    expect(scripts[0]).toContain("npm ci --ignore-scripts");
    expect(scripts).toHaveLength(3);
    for (const script of scripts) expect(script).not.toContain("${{");
  });

  it("shows a harmless change and passes", () => {
    const file = join(project, "catalog", "agents.yaml");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace(/(role: decides.*\n)/, "$1    memory: 256MiB\n"));
    const { diff, check, summary: text } = action(git("rev-parse", "HEAD"));
    writeFileSync(file, before);
    expect(diff.err).toBe("");
    expect([diff.code, check.code]).toEqual([0, 0]);
    expect(text).toContain("<!-- sutazai-fleet diff dev -->");
    expect(text).toContain("memory 128 MiB → 256 MiB");
    expect(text).toContain("<!-- sutazai-fleet diff staging -->");
    expect(readFileSync(output, "utf8")).toBe(`file=${join(folder, "fleet-diff.md")}\n`);
  });

  it("fails for a change that breaks a rule, and shows it all the same", () => {
    const file = join(project, "catalog", "agents.yaml");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace(/(role: decides.*\n)/, "$1    memory: 2GiB\n"));
    const { diff, check, summary: text } = action(git("rev-parse", "HEAD"));
    writeFileSync(file, before);
    expect([diff.code, check.code]).toEqual([0, 1]);
    expect(text).toContain("container-memory-limit");
    expect(check.out).toContain("::error file=catalog/agents.yaml,line=");
  });

  it("says what a shallow checkout lacks, and compares with nothing outside of a pull request", () => {
    expect(action("0".repeat(40)).diff).toMatchObject({ code: 2 });
    expect(action("0".repeat(40)).diff.out).toContain("check out with fetch-depth: 0");
    const outside = action("");
    expect([outside.diff.code, outside.check.code, outside.summary]).toEqual([0, 0, ""]);
  });

  it("runs nothing that an input says", () => {
    const stacks = "dev;touch${IFS}pwned $(touch pwned)";
    expect(action("", stacks).check.code).toBe(2);
    expect(readdirSync(project)).not.toContain("pwned");
  });
});

describe("the workflow of a new fleet", () => {
  it("pins its actions as the action of this repository does", () => {
    const used = (text: string) => [...text.matchAll(/uses: (\S+ # v[\d.]+)/g)].map(([, use]) => use ?? "");
    const workflow = readFileSync(join(project, ".github", "workflows", "fleet.yml"), "utf8");
    const action = readFileSync(join(ROOT, "action.yml"), "utf8");
    expect((workflow + action).match(/uses:/g)?.length).toBe(used(workflow + action).length);
    for (const use of used(workflow + action))
      expect(use).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(used(workflow)).toEqual(expect.arrayContaining(used(action)));
    expect(parse(workflow)).toMatchObject({ permissions: { contents: "read" } });
  });
});
