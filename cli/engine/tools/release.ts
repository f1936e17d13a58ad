import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Release } from "./tool";

/** The checksum file is a few hundred bytes: who can reach the server has it in this time. */
const CHECKSUMS_WITHIN = 8_000;
const ARCHIVE_WITHIN = 10 * 60_000;

async function download(url: string, within: number): Promise<Buffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(within) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The checksum that a checksum file gives for an archive, in lower-case hex. */
export function checksumOf(archive: string, checksums: string): string {
  for (const line of checksums.split("\n")) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === archive && sum !== undefined) return sum.toLowerCase();
  }
  throw new Error(`no checksum for ${archive}`);
}

/**
 * Downloads a release and unpacks it into `folder`, program first. What is not what its checksum says is
 * never unpacked.
 */
export async function unpackRelease(release: Release, folder: string): Promise<void> {
  const archive = basename(new URL(release.archiveUrl).pathname);
  const sums = (await download(release.checksumsUrl, CHECKSUMS_WITHIN)).toString("utf8");
  const wanted = checksumOf(archive, sums);
  const bytes = await download(release.archiveUrl, ARCHIVE_WITHIN);
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== wanted) throw new Error(`${archive} has the checksum ${found}, not ${wanted}`);
  if (release.format === "zip") unzip(bytes, folder);
  else untar(bytes, folder);
}

function unzip(bytes: Buffer, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith("/") || name.split("/").includes("..")) continue;
    // All programs side by side: archives hold them in folders of different depth.
    const file = join(folder, basename(name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, 0o755);
  }
}

function untar(bytes: Buffer, folder: string): void {
  const unpacked = join(folder, ".unpacked");
  mkdirSync(unpacked);
  execFileSync("tar", ["-xzf", "-", "-C", unpacked, "--strip-components=1"], {
    input: bytes,
    stdio: ["pipe", "ignore", "pipe"],
  });
  cpSync(unpacked, folder, { recursive: true });
  rmSync(unpacked, { recursive: true });
}
