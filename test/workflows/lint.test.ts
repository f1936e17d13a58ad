import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ACTIONLINT } from "../../cli/engine/tools/known";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { ROOT } from "../support/project";
import { missing, pythonTool } from "./support/tools";
import { workflowFiles, workflowIn } from "./support/workflow";

// Other programs are started: on a busy machine that takes its time.
jest.setTimeout(120_000);

interface Run {
  readonly code: number | null;
  readonly out: string;
}

function run(program: string, ...args: string[]): Run {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: ROOT, encoding: "utf8" });
  if (error !== undefined) throw error;
  return { code: status, out: stdout + stderr };
}

const ifThere = (tool: string) => (missing(tool) ? it.skip : it);

/** A workflow with one mistake that each of the two must find. */
function bad(): string {
  const folder = mkdtempSync(join(tmpdir(), "fleet-workflow-"));
  mkdirSync(join(folder, ".github", "workflows"), { recursive: true });
  const lines = [
    ...["on: pull_request_target", "jobs:", "  a:", "    runs-on: ubuntu-24.04", "    steps:"],
    ...["      - run: echo ${{ github.event.pull_request.title }}", ""],
  ];
  writeFileSync(join(folder, ".github", "workflows", "bad.yml"), lines.join("\n"));
  return folder;
}

describe("the workflows", () => {
  ifThere("actionlint")(
    "are understood by actionlint",
    async () => {
      const { path } = await obtainTool(ACTIONLINT, { root: ROOT, say: () => undefined });
      // Without shellcheck and pyflakes, which only some machines have.
      const lint = (...files: string[]) => run(path, "-no-color", "-shellcheck=", "-pyflakes=", ...files);
      expect(lint()).toEqual({ code: 0, out: "" });
      const folder = bad();
      try {
        const { code, out } = lint(join(folder, ".github", "workflows", "bad.yml"));
        expect(code).toBe(1);
        expect(out).toContain('"github.event.pull_request.title" is potentially untrusted');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    300_000,
  );

  ifThere("zizmor")(
    "have nothing that zizmor finds",
    () => {
      const zizmor = (folder: string) =>
        run(
          pythonTool("zizmor"),
          ...["--offline", "--no-progress", "--color=never", "--persona=pedantic"],
          folder,
        );
      // The action that other repositories use, and the workflow that fleet init writes, are held to the same.
      for (const part of [".github", "action.yml", "templates/fleet/github/workflows/fleet.yml"]) {
        const { code, out } = zizmor(join(ROOT, part));
        expect(out).toContain("No findings to report");
        expect(code).toBe(0);
      }
      const folder = bad();
      try {
        const found = zizmor(folder);
        expect(found.code).toBeGreaterThan(0);
        expect(found.out).toContain("error[dangerous-triggers]");
        expect(found.out).toContain("error[template-injection]");
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );

  it("have scripts that bash can read", () => {
    const folder = mkdtempSync(join(tmpdir(), "fleet-scripts-"));
    try {
      const steps = workflowFiles().flatMap((name) =>
        Object.values(workflowIn(name).jobs).flatMap((job) => job.steps ?? []),
      );
      expect(steps.length).toBeGreaterThan(10);
      for (const { run: script = "" } of steps) {
        const file = join(folder, "script");
        writeFileSync(file, script);
        expect(() => execFileSync("bash", ["-n", file], { stdio: "pipe" })).not.toThrow();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
