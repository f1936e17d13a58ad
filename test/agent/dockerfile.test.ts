import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/project";

/**
 * agent/Dockerfile as far as it goes without Docker and a registry: what it copies is there, is not ignored, and is all
 * that its build needs.
 */
const lines = readFileSync(join(ROOT, "agent", "Dockerfile"), "utf8").split("\n");
const second = lines.findIndex((line, index) => line.startsWith("FROM ") && index > lines.findIndex(isFrom));
const build = lines.slice(0, second);

function isFrom(line: string): boolean {
  return line.startsWith("FROM ");
}

/** `[sources, destination]` of every COPY of the first stage; the destination is a folder. */
const copies = build
  .filter((line) => line.startsWith("COPY "))
  .map((line) => {
    const words = line.split(/\s+/).slice(1);
    return { sources: words.slice(0, -1), destination: words.at(-1) ?? "" };
  });
let folder: string;

/** The bundle, with libraries named by their place in node_modules: the link leads out of the folder. */
const programIn = (project: string): string =>
  readFileSync(join(project, "dist", "agent.cjs"), "utf8").replaceAll(
    /(?:\.\.\/)+[^"\s]*?(?=node_modules\/)/g,
    "",
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-dockerfile-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("what it copies is let through to the builder, and little else", () => {
  const ignored = readFileSync(join(ROOT, ".dockerignore"), "utf8").trim().split("\n");
  expect(ignored[0]).toBe("*");
  const allowed = ignored.slice(1).map((line) => line.replace(/^!/, ""));
  for (const source of copies.flatMap(({ sources }) => sources))
    expect([source, allowed.some((path) => source === path || source.startsWith(`${path}/`))]).toEqual([
      source,
      true,
    ]);
  expect(allowed.filter((path) => /^(node_modules|dist|\.git)$/.test(path))).toEqual([]);
});

test("the files of its first stage alone make the program of the agent", () => {
  for (const { sources, destination } of copies) {
    for (const source of sources) {
      // As Docker does: the content of a folder, and a file into the folder that it is copied to.
      const isFolder = statSync(join(ROOT, source)).isDirectory();
      const to = isFolder ? destination : join(destination, source.split("/").at(-1) ?? "");
      cpSync(join(ROOT, source), join(folder, to), { recursive: true });
    }
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const run =
    build
      .findLast((line) => line.startsWith("RUN node "))
      ?.split(/\s+/)
      .slice(2) ?? [];
  execFileSync(process.execPath, run, { cwd: folder });
  expect(programIn(folder)).toBe(programIn(ROOT));
});

test("the image runs the built program as the user that agents have, and nothing but it is copied", () => {
  const last = lines.slice(second);
  expect(last.filter((line) => line.startsWith("COPY "))).toEqual([
    "COPY --from=build /src/dist/agent.cjs /app/agent.cjs",
  ]);
  const agents = readFileSync(join(ROOT, "catalog", "agents.yaml"), "utf8");
  const user = last.find((line) => line.startsWith("USER "))?.slice(5) ?? "";
  expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(agents).toContain(user);
});
