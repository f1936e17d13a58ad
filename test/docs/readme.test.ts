import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fleet } from "../support/fleet";
import { Project, ROOT } from "../support/project";

/** What the README says that a command prints. */
const printed = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/^```text\n([\s\S]*?)^```/gm)].map(
  ([, text]) => (text ?? "").trim(),
);

describe("the tour of the README", () => {
  const project = new Project();
  afterAll(() => project.remove());

  it("has the summary of dev, and what staging says of a limit that is too high", () => {
    expect(printed).toHaveLength(2);
  });

  it("shows the summary as it is printed", () => {
    const { code, out } = fleet("check", "--stack", "dev", "--dir", project.root);
    expect(code).toBe(0);
    expect(out).toContain(printed[0]);
  });

  it("shows the finding as it is printed, and the fix that it tells of ends it", () => {
    const [before, after] = ["    port: 11023\n", "    port: 11023\n    memory: 2GiB\n"];
    project.edit("catalog/agents.yaml", before, after);
    const broken = fleet("check", "--stack", "staging", "--agent", "autogpt", "--dir", project.root);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain(printed[1]);

    project.edit("catalog/agents.yaml", after, `${before}    memory: 1GiB\n`);
    const mended = fleet("check", "--stack", "staging", "--agent", "autogpt", "--dir", project.root);
    expect(mended.code).toBe(0);
  });
});
