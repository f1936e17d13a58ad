import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureWritable } from "../../cli/engine/state-folder";
import { fleetWith } from "../support/fleet";
import { ROOT } from "../support/project";

/** What is wrong around a run before anything is begun, on the real file system. */

const base = mkdtempSync(join(tmpdir(), "fleet-surroundings-"));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

/** A folder with a file system of its own. Root is stopped by no permission, but by that. */
function mounted<T>(name: string, options: string, use: (folder: string) => T): T {
  const folder = join(base, name);
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  try {
    return use(folder);
  } finally {
    execFileSync("umount", [folder]);
  }
}

const codeOf = (folder: string): unknown => {
  try {
    ensureWritable(join(folder, "sutazai-fleet"));
    return null;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

/** The parts of an error as it is printed. */
const told = (state: string) => {
  const { code, out, err } = fleetWith(
    { XDG_STATE_HOME: state },
    "preview",
    "--stack",
    "local",
    "--dir",
    ROOT,
  );
  return { code, out, err: err.split("\n").map((line) => line.trim()) };
};

it("says that the state folder is a file", () => {
  const file = join(base, "file");
  writeFileSync(file, "");
  const { code, err } = told(file);
  expect(code).toBe(2);
  expect(err.slice(0, 4)).toEqual([
    "error  the place of the state can't be used [backend-unusable]",
    `found   ${join(file, "sutazai-fleet")}: ENOTDIR: not a directory`,
    "wanted  a folder that this user can write",
    "fix     Put right what it says, or set XDG_STATE_HOME to another folder; nothing was touched.",
  ]);
});

it("leaves nothing but the folder behind where all is well", () => {
  const folder = join(base, "well");
  expect(codeOf(folder)).toBeNull();
  expect(readdirSync(join(folder, "sutazai-fleet"))).toEqual([]);
});

it("says of Docker the same everywhere", () => {
  const env = { DOCKER_HOST: "unix:///nowhere/docker.sock", XDG_STATE_HOME: join(base, "docker") };
  const { err } = fleetWith(env, "drift", "--live", "--stack", "local", "--dir", ROOT);
  expect(err.split("\n").map((line) => line.trim())).toEqual(
    expect.arrayContaining([
      "error  no Docker Engine answers [docker-unreachable]",
      "found   unix:///nowhere/docker.sock: connect ENOENT /nowhere/docker.sock",
      "wanted  a running Docker Engine",
      "fix     Start Docker, or set DOCKER_HOST to where it listens.",
    ]),
  );
});

// Only root mounts; everywhere else a mount would be refused, and nothing be learned of ours.
const itAsRoot = process.getuid?.() === 0 ? it : it.skip;

itAsRoot("says that the state folder can only be read", () => {
  mounted("read-only", "ro,size=1m", (folder) => {
    const { code, err } = told(folder);
    expect([code, err[0]]).toEqual([2, "error  the place of the state can't be used [backend-unusable]"]);
    expect(err[1]).toBe(`found   ${join(folder, "sutazai-fleet")}: EROFS: read-only file system`);
  });
});

itAsRoot("says that the disk of the state is full, and leaves no half of a key or a lock", () => {
  mounted("full", "size=32k", (folder) => {
    const { code, err } = told(folder);
    expect([code, err[0]]).toEqual([1, "error  the disk of the state is full [disk-full]"]);
    expect(err[1]).toMatch(/: ENOSPC: no space left on device$/);
    const state = join(folder, "sutazai-fleet");
    expect(existsSync(state) ? readdirSync(state) : []).toEqual([]);
  });
});
