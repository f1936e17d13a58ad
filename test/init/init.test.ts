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
import { parse } from "yaml";
import { fleetNameOf, isFleetName } from "../../cli/init/guess";
import { checkStack } from "../../cli/pipeline";
import { planProject } from "../../cli/plan-project";
import { InputError } from "../../fleet/problem";
import { fleet } from "../support/fleet";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

describe("fleet init", () => {
  it("writes a fleet of three agents whose stacks keep every rule", () => {
    const target = join(folder, "Night Shift");
    const { code, out } = fleet("init", target);
    expect(code).toBe(0);
    expect(out).toContain("fleet night-shift in ");
    expect(filesIn(target)).toEqual([
      ".github/workflows/fleet.yml",
      ".gitignore",
      "Pulumi.yaml",
      "catalog/agents.yaml",
      "catalog/images.lock.yaml",
      "catalog/profiles.yaml",
      "catalog/services.yaml",
      "index.ts",
      "package.json",
      "stacks/Pulumi.dev.yaml",
      "stacks/Pulumi.local.yaml",
      "stacks/Pulumi.staging.yaml",
      "stacks/tiers.yaml",
      "tsconfig.json",
    ]);
    for (const file of filesIn(target))
      expect(readFileSync(join(target, file), "utf8")).not.toMatch(/__[A-Z]/);
    for (const stack of ["local", "dev", "staging"]) {
      const { plan, report } = checkStack(target, stack);
      expect(plan.fleet).toBe("night-shift");
      expect(plan.agents.map(({ pool }) => pool).sort()).toEqual(["cold", "hot", "warm"]);
      expect(report.findings.filter(({ level }) => level === "mandatory")).toEqual([]);
      expect(planProject(target, `organization/night-shift/${stack}`).stack).toBe(stack);
    }
    const { dependencies } = JSON.parse(readFileSync(join(target, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies)).toEqual(["@pulumi/pulumi", "sutazai-fleet"]);
    expect((parse(readFileSync(join(target, "Pulumi.yaml"), "utf8")) as { name: string }).name).toBe(
      "night-shift",
    );
  });

  it("keeps what a project has for other reasons", () => {
    writeFileSync(join(folder, "package.json"), '{"name":"mine"}');
    writeFileSync(join(folder, ".gitignore"), "mine\n");
    const { code, out } = fleet("init", folder, "--name", "mine");
    expect(code).toBe(0);
    expect(out).toContain("  kept     package.json, as it was\n");
    expect(readFileSync(join(folder, "package.json"), "utf8")).toBe('{"name":"mine"}');
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("mine\n");
  });

  it("writes nothing where a fleet is already", () => {
    expect(fleet("init", folder, "--name", "first").code).toBe(0);
    const before = filesIn(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const { code, err } = fleet("init", folder, "--name", "second");
    expect(code).toBe(2);
    expect(err).toContain("[target-exists]");
    expect(filesIn(folder).map((file) => readFileSync(join(folder, file), "utf8"))).toEqual(before);
  });

  it("follows no link: neither one to a file nor one to a folder", () => {
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(elsewhere);
    const one = join(folder, "one");
    mkdirSync(one);
    symlinkSync(join(elsewhere, "stolen"), join(one, "index.ts"));
    expect(fleet("init", one).out).toContain("kept     index.ts");
    const two = join(folder, "two");
    mkdirSync(two);
    symlinkSync(elsewhere, join(two, ".github"));
    const { code, err } = fleet("init", two);
    expect(code).toBe(2);
    expect(err).toContain(".github is a link that leaves ");
    expect(filesIn(two)).toEqual([".github"]);
    expect(filesIn(elsewhere)).toEqual([]);
  });

  it("refuses a name that can't be one, and says which could", () => {
    const { code, err } = fleet("init", folder, "--name", "My Fleet");
    expect(code).toBe(2);
    expect(err).toContain("use --name my-fleet");
    expect(filesIn(folder)).toEqual([]);
  });

  it.each([
    ["agents", "agents"],
    ["My Agents (2)", "my-agents-2"],
    ["Über_Flotte", "uber-flotte"],
    ["2024", "fleet"],
    ["---", "fleet"],
    ["日本", "fleet"],
    ["a".repeat(80), "a".repeat(30)],
  ])("guesses from the folder %s", (name, guessed) => {
    expect(fleetNameOf(join("/x", name))).toBe(guessed);
    expect(isFleetName(guessed)).toBe(true);
  });
});

describe("a catalog in another version of its format", () => {
  const edit = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  };

  it.each([
    ["catalog/agents.yaml", 2, "a newer", "npm install sutazai-fleet@latest"],
    ["catalog/profiles.yaml", 0, "an older", "write it in version 1"],
    ["stacks/tiers.yaml", 7, "a newer", "npm install sutazai-fleet@latest"],
  ])("%s in version %i is refused as %s", (file, version, age, fix) => {
    fleet("init", folder, "--name", "versions");
    edit(file, "version: 1", `version: ${version}`);
    const { code, err } = fleet("check", "--stack", "dev", "--dir", folder);
    expect(code).toBe(2);
    expect(err).toContain(`${file} is written in ${age} version of its format`);
    expect(err).toContain("[format-version]");
    expect(err).toContain(fix);
  });

  it("tells a program in one readable message", () => {
    fleet("init", folder, "--name", "versions");
    edit("catalog/agents.yaml", "version: 1", "version: 2");
    const call = () => planProject(folder, "dev");
    expect(call).toThrow(InputError);
    expect(call).toThrow(/catalog\/agents\.yaml:\d+:\d+ [\s\S]*npm install sutazai-fleet@latest/);
  });
});
