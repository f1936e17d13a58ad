import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { loadCatalog } from "../../fleet/catalog/load";
import type { Problem } from "../../fleet/problem";
import { FLEET } from "../support/fleet";
import { Project, problemsOf } from "../support/project";

const AGENTS = "catalog/agents.yaml";

let project: Project;
let path: string;
beforeEach(() => {
  project = new Project();
  path = join(project.root, AGENTS);
});
afterEach(() => project.remove());

const refused = (): readonly Problem[] => problemsOf(() => loadCatalog(project.root));

describe("files that are read", () => {
  it("with a byte order mark, and with line ends of Windows: places are the same", () => {
    const place = loadCatalog(project.root).places.profile("sizing", "memory", "start");
    for (const file of [AGENTS, "catalog/profiles.yaml"])
      project.write(file, `\ufeff${project.read(file).replaceAll("\n", "\r\n")}`);
    const catalog = loadCatalog(project.root);
    expect(catalog.agents).toHaveLength(69);
    expect(catalog.places.profile("sizing", "memory", "start")).toEqual(place);
  });

  it("through a link inside of the project", () => {
    renameSync(path, join(project.root, "catalog/fleet.yaml"));
    symlinkSync("fleet.yaml", path);
    expect(loadCatalog(project.root).agents).toHaveLength(69);
  });

  it("when the folder of the project is itself a link", () => {
    const link = `${project.root}-link`;
    symlinkSync(project.root, link);
    try {
      expect(loadCatalog(link).agents).toHaveLength(69);
    } finally {
      rmSync(link);
    }
  });
});

describe("files that are refused", () => {
  it("a link that leaves the project, of a file or of a folder", () => {
    const other = new Project();
    try {
      rmSync(path);
      symlinkSync(join(other.root, AGENTS), path);
      expect(refused()).toMatchObject([{ code: "file-outside", place: { file: AGENTS } }]);
      rmSync(join(project.root, "catalog"), { recursive: true });
      symlinkSync(join(other.root, "catalog"), join(project.root, "catalog"));
      expect(new Set(refused().map(({ code }) => code))).toEqual(new Set(["file-outside"]));
    } finally {
      other.remove();
    }
  });

  it("a link to itself, and one to nothing", () => {
    rmSync(path);
    symlinkSync("agents.yaml", path);
    expect(refused()).toMatchObject([{ code: "file-unreadable", found: "ELOOP" }]);
    rmSync(path);
    symlinkSync("nothing.yaml", path);
    expect(refused()).toMatchObject([{ code: "file-missing" }]);
  });

  it("a named pipe, without waiting for who writes into it", () => {
    rmSync(path);
    expect(spawnSync("mkfifo", [path]).status).toBe(0);
    expect(refused()).toMatchObject([{ code: "file-not-regular", found: "a named pipe" }]);
    const run = spawnSync(process.execPath, [FLEET, "check", "--stack", "dev", "--dir", project.root], {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect([run.status, run.signal]).toEqual([2, null]);
    expect(run.stderr).toContain("found   a named pipe");
  });

  it("a socket", async () => {
    rmSync(path);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    try {
      expect(refused()).toMatchObject([{ code: "file-not-regular" }]);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it("a file where a folder has to be", () => {
    rmSync(join(project.root, "catalog"), { recursive: true });
    project.write("catalog", "x");
    expect(refused().map(({ code }) => code)).toEqual(Array(4).fill("file-missing"));
  });

  it("a file without permission", () => {
    chmodSync(path, 0);
    const root = process.getuid?.() === 0;
    if (!root) {
      expect(refused()).toMatchObject([{ code: "file-unreadable", found: "EACCES" }]);
      return;
    }
    // Root may read everything, so somebody else asks.
    cpSync(dirname(FLEET), join(project.root, "dist"), { recursive: true });
    const program = join(project.root, "dist", "fleet.cjs");
    chmodSync(project.root, 0o755);
    const run = spawnSync(process.execPath, [program, "check", "--stack", "dev", "--dir", project.root], {
      cwd: project.root,
      uid: 65534,
      gid: 65534,
      encoding: "utf8",
      // Jest asks its workers' children for colours where CI can show them.
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(`${AGENTS} can't be read: this user may not [file-unreadable]`);
    expect(run.stderr).toContain(`chmod u+r ${AGENTS}`);
  });

  it("all files at once, each with its own reason", () => {
    rmSync(path);
    mkdirSync(path);
    project.write("catalog/profiles.yaml", "");
    project.write("catalog/services.yaml", Uint8Array.from([0xff, 0xfe, 0x61, 0]));
    project.write("catalog/images.lock.yaml", "version: 1\nimages: {}\n---\nversion: 1\n");
    expect(refused().map(({ place, code }) => `${place?.file}:${place?.line} ${code}`)).toEqual([
      "catalog/agents.yaml:1 file-not-regular",
      "catalog/images.lock.yaml:3 yaml-documents",
      "catalog/profiles.yaml:1 file-empty",
      "catalog/services.yaml:1 file-not-utf8",
    ]);
  });

  it.each([
    ["a NUL byte", "\u0000", "U+0000"],
    ["an escape", "\u001b[31m", "U+001B"],
  ])("with %s, which says where", (_title, character, found) => {
    project.edit(AGENTS, "fleet: sutazai\n", `fleet: sut${character}azai\n`);
    const line =
      project
        .read(AGENTS)
        .split("\n")
        .findIndex((text) => text.startsWith("fleet: sut")) + 1;
    expect(refused()).toMatchObject([{ code: "control-character", found, place: { line, column: 11 } }]);
  });
});
