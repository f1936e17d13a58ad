import {
  existsSync,
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
import { writeOut } from "../../cli/out-folder";
import { checkStack } from "../../cli/pipeline";
import { Project, problemsOf } from "../support/project";

// Other programs are started: on a busy machine that takes its time.
jest.setTimeout(120_000);

let project: Project;
let outside: string;
beforeEach(() => {
  project = new Project();
  outside = mkdtempSync(join(tmpdir(), "fleet-outside-"));
});
afterEach(() => {
  project.remove();
  rmSync(outside, { recursive: true, force: true });
});

describe("what is read", () => {
  it.each(["catalog/agents.yaml", "catalog/services.yaml", "stacks/tiers.yaml", "stacks/Pulumi.dev.yaml"])(
    "never comes through a link %s that leaves the project",
    (file) => {
      writeFileSync(join(outside, "stolen.yaml"), project.read(file));
      rmSync(join(project.root, file));
      symlinkSync(join(outside, "stolen.yaml"), join(project.root, file));
      const problems = problemsOf(() => checkStack(project.root, "dev"));
      expect(problems.map(({ code }) => code)).toContain("file-outside");
    },
  );

  it("never comes through a folder that leaves the project", () => {
    mkdirSync(join(outside, "catalog"));
    for (const file of ["agents.yaml", "profiles.yaml", "services.yaml", "images.lock.yaml"])
      writeFileSync(join(outside, "catalog", file), project.read(`catalog/${file}`));
    rmSync(join(project.root, "catalog"), { recursive: true });
    symlinkSync(join(outside, "catalog"), join(project.root, "catalog"));
    expect(problemsOf(() => checkStack(project.root, "dev")).map(({ code }) => code)).toContain(
      "file-outside",
    );
  });

  it.each(["../../etc/passwd", "a/../../x", "..", "/etc/passwd", "dev\0x"])(
    "is no file that a stack named %j could lead to",
    (stack) => {
      for (const { code } of problemsOf(() => checkStack(project.root, stack)))
        expect(["stack-missing", "stack-tier"]).toContain(code);
    },
  );
});

describe("what is written", () => {
  const files = { "plan.json": "{}\n" };

  it("stays inside of the project, and is whole", () => {
    writeOut(project.root, "dev", files);
    expect(readFileSync(join(project.root, "out/dev/plan.json"), "utf8")).toBe("{}\n");
    expect(readdirSync(join(project.root, "out/dev"))).toEqual(["plan.json"]);
  });

  it.each(["out", "out/dev"])("does not go through a link %s that leaves the project", (link) => {
    if (link !== "out") mkdirSync(join(project.root, "out"));
    symlinkSync(outside, join(project.root, link));
    expect(problemsOf(() => writeOut(project.root, "dev", files))).toMatchObject([{ code: "file-outside" }]);
    expect(existsSync(join(outside, "plan.json"))).toBe(false);
    expect(existsSync(join(outside, "dev", "plan.json"))).toBe(false);
  });

  it("takes the place of a file that is a link, and leaves what the link names", () => {
    const precious = join(outside, "precious");
    writeFileSync(precious, "precious");
    mkdirSync(join(project.root, "out/dev"), { recursive: true });
    symlinkSync(precious, join(project.root, "out/dev/plan.json"));
    writeOut(project.root, "dev", files);
    expect(readFileSync(precious, "utf8")).toBe("precious");
    expect(readFileSync(join(project.root, "out/dev/plan.json"), "utf8")).toBe("{}\n");
  });
});
