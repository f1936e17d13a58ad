import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zipSync } from "fflate";
import { pack } from "tar-stream";
import { madeOnce } from "../../cli/engine/tools/cache";
import { pinnedVersion } from "../../cli/engine/tools/go-build";
import { CONSUL, PULUMI } from "../../cli/engine/tools/known";
import { ALERTMANAGER, DOCKER_ENGINE, PROMETHEUS } from "../../cli/engine/tools/known-services";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { saidVersion } from "../../cli/engine/tools/on-path";
import type { Release, Tool } from "../../cli/engine/tools/tool";
import { notOlder, versionIn } from "../../cli/engine/tools/version";
import { ROOT } from "../support/project";

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "fleet-tools-"));
});
afterEach(() => {
  rmSync(cache, { recursive: true, force: true });
});

const silent = () => undefined;
const SCRIPT = "#!/bin/sh\necho v9.9.9\n";

async function tarGz(name: string): Promise<Uint8Array> {
  const archive = pack();
  archive.entry({ name: `folder/${name}`, mode: 0o755 }, SCRIPT);
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(Buffer.from(chunk as Uint8Array));
  return gzipSync(Buffer.concat(chunks));
}

/** A server of releases on loopback, and the tool as if it came from there. */
async function withRelease(
  format: Release["format"],
  use: (tool: Tool, asked: string[]) => Promise<void>,
  sum?: string,
): Promise<void> {
  const archive = format === "zip" ? zipSync({ pulumi: Buffer.from(SCRIPT) }) : await tarGz("pulumi");
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const checksum = sum ?? createHash("sha256").update(archive).digest("hex");
    if (request.url === "/sums") response.end(`00  other\n${checksum}  archive.${format}\n`);
    else response.end(archive);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const release = { archiveUrl: `${base}/archive.${format}`, format, checksumsUrl: `${base}/sums` };
  try {
    await use({ ...PULUMI, release: () => release }, asked);
  } finally {
    server.close();
  }
}

describe("a tool", () => {
  it.each(["tar.gz", "zip"] as const)("comes from a %s release, once", async (format) => {
    await withRelease(format, async (tool, asked) => {
      const options = { root: ROOT, say: silent, cache, ignorePath: true };
      const first = await obtainTool(tool, options);
      expect(first).toMatchObject({ from: "release", version: pinnedVersion(PULUMI, ROOT) });
      expect(saidVersion(first.path, ["version"])).toBe("v9.9.9\n");
      expect(await obtainTool(tool, options)).toMatchObject({ from: "cache", path: first.path });
      expect(asked).toEqual(["/sums", `/archive.${format}`]);
    });
  });

  it("is never unpacked when it is not what its checksum says", async () => {
    const path = process.env["PATH"];
    // No Go either: nothing is left to try.
    process.env["PATH"] = cache;
    try {
      await withRelease(
        "zip",
        async (tool) => {
          const get = obtainTool(tool, { root: ROOT, say: silent, cache });
          await expect(get).rejects.toMatchObject({ code: "tool-missing" });
          await expect(get).rejects.toThrow(/has the checksum [0-9a-f]{64}, not 0+.*no Go on PATH/);
        },
        "0".repeat(64),
      );
      expect(readdirSync(cache)).toEqual([]);
    } finally {
      process.env["PATH"] = path;
    }
  });

  it("on PATH is taken when it is new enough, and passed over when not", async () => {
    const path = process.env["PATH"];
    process.env["PATH"] = `${cache}:${path}`;
    try {
      writeFileSync(join(cache, "pulumi"), SCRIPT, { mode: 0o755 });
      expect(await obtainTool(PULUMI, { root: ROOT, say: silent, cache })).toMatchObject({ from: "PATH" });
      writeFileSync(join(cache, "pulumi"), "#!/bin/sh\necho v3.1.0\n", { mode: 0o755 });
      await withRelease("zip", async (tool) => {
        expect(await obtainTool(tool, { root: ROOT, say: silent, cache })).toMatchObject({ from: "release" });
      });
    } finally {
      process.env["PATH"] = path;
    }
  });

  it("has the version of the release that its module belongs to", () => {
    expect(pinnedVersion(PROMETHEUS, ROOT)).toMatch(/^3\.\d+\.\d+$/);
    expect(PROMETHEUS.releaseOf?.("0.316.2")).toBe("3.16.2");
    expect(PROMETHEUS.releaseOf?.("0.402.0")).toBe("4.2.0");
  });

  it.each([PROMETHEUS, ALERTMANAGER])("has a release for systems like Unix: $name", (tool) => {
    const version = pinnedVersion(tool, ROOT);
    const release = tool.release(version, { os: "linux", arch: "arm64" });
    expect(release?.archiveUrl).toContain(`${tool.name}-${version}.linux-arm64.tar.gz`);
    expect(tool.release(version, { os: "aix", arch: "ppc64" })).toBeNull();
  });

  it("is built with all that it runs where there is no release", () => {
    expect(DOCKER_ENGINE.release("1.0.0", { os: "linux", arch: "x64" })).toBeNull();
    expect(pinnedVersion(DOCKER_ENGINE, ROOT)).toMatch(/^\d+\.\d+\.\d+/);
    const module = readFileSync(join(ROOT, DOCKER_ENGINE.module, "go.mod"), "utf8");
    const pinned = /tool \((?<packages>[^)]*)\)/.exec(module)?.groups?.["packages"] ?? "";
    const built = [DOCKER_ENGINE.goPackage, ...Object.values(DOCKER_ENGINE.companions ?? {})];
    expect(pinned.split(/\s+/).filter((line) => line !== "")).toEqual([...built].sort());
  });

  it.each([PULUMI, CONSUL])("has a release for the usual platforms: $name", (tool) => {
    const version = pinnedVersion(tool, ROOT);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const os of ["linux", "darwin", "win32"] as const) {
      const release = tool.release(version, { os, arch: "x64" });
      expect(release?.archiveUrl).toContain(version);
      expect(release?.archiveUrl.endsWith(release.format)).toBe(true);
    }
    expect(tool.release(version, { os: "aix", arch: "ppc64" })).toBeNull();
  });
});

describe("what is made once", () => {
  it("is made by one of two at a time; the other waits for it", async () => {
    let made = 0;
    const folder = join(cache, "dear");
    const make = () =>
      madeOnce(
        folder,
        async (empty) => {
          made += 1;
          await new Promise((resolve) => setImmediate(resolve));
          writeFileSync(join(empty, "file"), "whole");
        },
        silent,
      );
    await Promise.all([make(), make(), make()]);
    expect(made).toBe(1);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("whole");
    expect(readdirSync(cache)).toEqual(["dear"]);
  });

  it("leaves nothing when making fails, and takes over the lock of a dead process", async () => {
    const folder = join(cache, "dear");
    writeFileSync(
      `${folder}.lock`,
      JSON.stringify({ pid: 2 ** 22 + 1, host: (await import("node:os")).hostname() }),
    );
    const failed = madeOnce(folder, () => Promise.reject(new Error("no")), silent);
    await expect(failed).rejects.toThrow("no");
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(cache)).toEqual([]);
  });
});

describe("versions", () => {
  it.each([
    ["3.259.0", "3.248.0", true],
    ["3.248.0", "3.248.0", true],
    ["3.9.0", "3.10.0", false],
    ["4.0.0", "3.10.0", true],
    ["2.99.9", "3.0.0", false],
  ])("%s is not older than %s: %s", (version, oldest, wanted) => {
    expect(notOlder(version, oldest)).toBe(wanted);
  });

  it("are found in what a program says", () => {
    expect(versionIn("Consul v1.21.0\nRevision 4e96098f")).toBe("1.21.0");
    expect(versionIn("no number")).toBeNull();
  });
});
