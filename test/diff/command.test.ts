import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { markdownText } from "../../cli/reporters/markdown-text";
import { Project, ROOT } from "../support/project";

const FLEET = join(ROOT, "dist", "fleet.cjs");
const AGENTS = "catalog/agents.yaml";

let project: Project;
beforeAll(() => {
  project = new Project();
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message=base");
});
afterAll(() => project.remove());
afterEach(() => {
  git("checkout", "--quiet", ".");
});

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: project.root, encoding: "utf8" });
}

function diff(...args: string[]) {
  const env = { ...process.env, NO_COLOR: "1" };
  const run = spawnSync(process.execPath, [FLEET, "diff", "--base", "HEAD", ...args], {
    cwd: project.root,
    encoding: "utf8",
    env,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function breakMemory(): void {
  project.edit(AGENTS, "    role: autonomous-tasks\n", "    role: autonomous-tasks\n    memory: 2GiB\n");
}

describe("fleet diff", () => {
  it("says when nothing changes", () => {
    expect(diff("--stack", "dev")).toEqual({
      code: 0,
      err: "",
      out: "sutazai  stack dev, against HEAD: no change\n",
    });
  });

  it("shows a change by meaning, and blocks in staging what it newly breaks", () => {
    breakMemory();
    const { code, out } = diff("--stack", "staging");
    expect(code).toBe(1);
    expect(out).toContain("~ autogpt  (in place)\n      memory 128 MiB -> 2 GiB\n");
    expect(out).toContain(
      "newly broken: agent autogpt  memory 2 GiB -> at most 1 GiB (blocks) [container-memory-limit]",
    );
    expect(diff("--stack", "dev").code).toBe(0);
  });

  it("prints a comment that can be found again", () => {
    breakMemory();
    const { out } = diff("--stack", "staging", "--format", "markdown");
    expect(out.split("\n")[0]).toBe("<!-- sutazai-fleet diff staging -->");
    expect(out).toContain("| changed | autogpt | memory 128 MiB → 2 GiB | in place |");
  });

  it("disturbs neither checkout nor index", () => {
    breakMemory();
    const status = git("status", "--porcelain=v2");
    diff("--stack", "dev");
    expect(git("status", "--porcelain=v2")).toBe(status);
  });

  it.each(["nosuch", "--exec=true"])("refuses %s as a base", (base) => {
    const run = spawnSync(process.execPath, [FLEET, "diff", `--base=${base}`, "--stack", "dev"], {
      cwd: project.root,
      encoding: "utf8",
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("unknown-commit");
  });

  it("tells errors of the base from those of the working tree", () => {
    project.write(AGENTS, "- nothing\n");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message=broken");
    git("checkout", "--quiet", "HEAD~1", "--", AGENTS);
    const { code, err } = diff("--stack", "dev");
    git("reset", "--quiet", "--hard", "HEAD~1");
    expect(code).toBe(2);
    expect(err).toContain("HEAD:catalog/agents.yaml:1:1  in HEAD: ");
  });
});

describe("catalog text in markdown", () => {
  it("can't become markup, a mention, a table cell or a line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (value) => {
        expect(markdownText(value)).not.toMatch(/[<>|`*_[\]()\\@!~\n\r]|:\/\/|^#/);
      }),
    );
  });
});
