import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const EXTENSIONS = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];

/** The path of a program on PATH, or null. */
export function onPath(program: string, path = process.env["PATH"] ?? ""): string | null {
  for (const folder of path.split(delimiter).filter((entry) => entry !== "")) {
    for (const extension of EXTENSIONS) {
      const candidate = join(folder, program + extension);
      if (executable(candidate)) return candidate;
    }
  }
  return null;
}

export function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a program says when it is asked for its version, or null when it can't be asked. */
export function saidVersion(path: string, args: readonly string[]): string | null {
  try {
    return execFileSync(path, args, {
      encoding: "utf8",
      timeout: 20_000,
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    });
  } catch {
    return null;
  }
}
