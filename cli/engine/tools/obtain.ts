import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../engine-error";
import { cacheFolder, madeOnce } from "./cache";
import { buildFromModule, pinnedVersion } from "./go-build";
import { onPath, saidVersion } from "./on-path";
import { unpackRelease } from "./release";
import type { Tool } from "./tool";
import { notOlder, versionIn } from "./version";

/** A tool that is there, and how it came. */
export interface Obtained {
  readonly path: string;
  readonly version: string;
  readonly from: "PATH" | "cache" | "release" | "go module";
}

export interface ObtainOptions {
  /** The folder of the project, which holds `tools/`. */
  readonly root: string;
  /** Told what is done, one line at a time, when it takes longer than a moment. */
  readonly say: (line: string) => void;
  /** @default the user's cache folder */
  readonly cache?: string;
  /** @default false: PATH is looked at first */
  readonly ignorePath?: boolean;
  /** @default false: a release is tried before a build */
  readonly noDownload?: boolean;
}

/**
 * A tool from PATH, else from the user's cache, else from its official release, else built from its pinned
 * Go module. Network is only touched for the last two, once for each version.
 *
 * @throws EngineError `tool-missing` with what was tried
 */
export async function obtainTool(tool: Tool, options: ObtainOptions): Promise<Obtained> {
  const { obtained, tried, version, folder, file } = findTool(tool, options);
  if (obtained !== null) return obtained;
  const path = join(folder, "bin", file);
  let from: Obtained["from"] = "cache";
  await madeOnce(
    folder,
    async (empty) => {
      const bin = join(empty, "bin");
      mkdirSync(bin);
      from = await make(tool, version, bin, file, options, tried);
    },
    (owner) => {
      options.say(`waiting for another process that gets ${tool.name} ${version} (${owner})`);
    },
  );
  return { path, version, from };
}

/** Where a tool is, or would be, and what was tried in vain. */
export interface Search {
  readonly obtained: Obtained | null;
  readonly tried: string[];
  readonly version: string;
  /** Its folder in the cache. */
  readonly folder: string;
  /** The name of its program there, in `bin`: the form of an installation, as Pulumi's Automation API wants it. */
  readonly file: string;
}

/** A tool from PATH, else from the user's cache. Nothing is fetched or built. */
export function findTool(
  tool: Tool,
  options: Pick<ObtainOptions, "root" | "cache" | "ignorePath">,
): Search {
  const tried: string[] = [];
  const version = pinnedVersion(tool, options.root);
  const folder = join(options.cache ?? join(cacheFolder(), "tools"), `${tool.name}-${version}`);
  const file = process.platform === "win32" ? `${tool.name}.exe` : tool.name;
  const search = { tried, version, folder, file };
  const installed = options.ignorePath === true ? null : fromPath(tool, tried);
  if (installed !== null) return { ...search, obtained: installed };
  const path = join(folder, "bin", file);
  return { ...search, obtained: existsSync(path) ? { path, version, from: "cache" } : null };
}

function fromPath(tool: Tool, tried: string[]): Obtained | null {
  const path = onPath(tool.name);
  if (path === null) {
    tried.push("not on PATH");
    return null;
  }
  const version = versionIn(saidVersion(path, tool.versionArgs) ?? "");
  if (version !== null && notOlder(version, tool.oldest)) return { path, version, from: "PATH" };
  tried.push(`${path} is ${version ?? "of no known version"}, older than ${tool.oldest}`);
  return null;
}

async function make(
  tool: Tool,
  version: string,
  folder: string,
  file: string,
  options: ObtainOptions,
  tried: string[],
): Promise<"release" | "go module"> {
  const release = tool.release(version, { os: process.platform, arch: process.arch });
  if (release !== null && options.noDownload !== true) {
    try {
      options.say(`getting ${tool.name} ${version} from ${new URL(release.archiveUrl).host} ...`);
      await unpackRelease(release, folder);
      if (!existsSync(join(folder, file))) throw new Error(`the archive has no ${file}`);
      return "release";
    } catch (error) {
      tried.push(`no release: ${reasonOf(error)}`);
      options.say(`no release of ${tool.name} could be had (${reasonOf(error)})`);
    }
  }
  const go = onPath("go");
  if (go === null) {
    tried.push("no Go on PATH to build it with");
  } else {
    try {
      await buildFromModule(
        tool,
        version,
        { go, root: options.root, file: join(folder, file) },
        options.say,
      );
      return "go module";
    } catch (error) {
      tried.push(reasonOf(error));
    }
  }
  throw new EngineError(
    "tool-missing",
    `${tool.name} can't be had`,
    tried.join("; "),
    `${tool.name} ${tool.oldest} or newer`,
    `Install ${tool.name} (or Go, to build it), and run the same command again.`,
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
