import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** What glibc before 2.34 loads by name to find hosts, so that `ldd` does not know of it. */
const RESOLVERS = ["libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2"];

/** The shared libraries that a program needs, as paths, the loader among them; none for a static program. */
export function sharedLibraries(program: string): readonly string[] {
  const { status, stdout } = spawnSync("ldd", [program], { encoding: "utf8" });
  if (status !== 0) return [];
  const paths = stdout.split("\n").flatMap((line) => {
    const path = /=>\s+(\/\S+)/.exec(line) ?? /^\s*(\/\S+)\s+\(/.exec(line);
    return path?.[1] === undefined ? [] : [path[1]];
  });
  const libc = paths.find((path) => /\/libc\.so/.test(path));
  const more =
    libc === undefined ? [] : RESOLVERS.map((name) => join(dirname(libc), name)).filter(existsSync);
  return [...new Set([...paths, ...more])].sort();
}
