import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Deployment } from "../support/deployment";
import { startOwn } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";

/** A Docker Engine whose disk is full, for real: told clearly, nothing half done, and the same command goes on. */

const AGENTS = 2;
const disk = mkdtempSync(join(tmpdir(), "fleet-disk-"));
const filler = join(disk, "filler");
let deployment: Deployment;
let full: DockerEngine;

/** Writes until there is no room for another byte. */
function fill(): void {
  const file = openSync(filler, "w");
  try {
    for (let size = 1024 * 1024; size >= 1;) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}

beforeAll(async () => {
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=200m", "tmpfs", disk]);
  full = await startOwn(join(disk, "data"));
  deployment = await Deployment.open(AGENTS, [], { consul: true });
});

afterAll(async () => {
  await deployment.close();
  await full.stop();
  execFileSync("umount", [disk]);
  rmdirSync(disk);
});

const up = () =>
  deployment.start(["up", "--yes", "--format", "json"], { env: { DOCKER_HOST: full.host } }).ended;

it("is told before anything is made, and the same command goes on when there is room", async () => {
  fill();
  const failed = await up();
  expect(failed.err).toContain("  fix     Make room");
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.out)).toMatchObject({
    steps: [],
    error: { code: "disk-full", found: expect.stringContaining("no space left on device") as string },
  });
  expect(await full.docker.listContainers({ all: true })).toEqual([]);
  expect(await full.docker.listImages()).toEqual([]);
  rmSync(filler);
  const next = await up();
  expect(next.err).not.toContain("error  ");
  expect(next.code).toBe(0);
  expect(await full.docker.listContainers()).toHaveLength(AGENTS);
});
