import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { InputError } from "../../fleet/problem";
import { MAX_FILE_BYTES } from "../../fleet/source/read";

/** What a plan is made from, relative to the folder of the fleet. */
const INPUT = /^(catalog\/[\w.-]+\.yaml|stacks\/[\w.-]+\.yaml)$/;

/**
 * Lays the catalog and the stacks of a commit into a temporary folder, straight from git's objects: no checkout,
 * no index and no working tree is touched, nothing is fetched.
 *
 * @param root folder of the fleet, anywhere inside of a git repository
 * @param ref a commit, branch or tag
 * @returns whatever `use` returns for that folder, which is gone afterwards
 * @throws InputError when this is no repository or the commit does not exist
 */
export function withBase<T>(root: string, ref: string, use: (folder: string) => T): T {
  const commit = resolveCommit(root, ref);
  const folder = mkdtempSync(join(tmpdir(), "fleet-base-"));
  try {
    for (const { object, path } of listInputs(root, commit)) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, git(root, ["cat-file", "blob", object]));
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resolveCommit(root: string, ref: string): string {
  if (ref.startsWith("-")) throw unknownCommit(ref, "a name that looks like an option");
  try {
    return git(root, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`])
      .toString()
      .trim();
  } catch {
    throw unknownCommit(ref, ref);
  }
}

function unknownCommit(ref: string, found: string): InputError {
  return new InputError([
    {
      code: "unknown-commit",
      message: `there is no commit ${ref} here`,
      found,
      wanted: "a commit, branch or tag of this repository",
      fix: "name another one with --base; in CI, fetch it first (a shallow clone has only the newest commit)",
    },
  ]);
}

/** Regular files only: what a link of a commit points at is not in the commit. */
function listInputs(root: string, commit: string): { readonly object: string; readonly path: string }[] {
  const listing = git(root, ["ls-tree", "-r", "-z", commit, "--", "catalog", "stacks"]).toString();
  return listing.split("\0").flatMap((line) => {
    const match = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/.exec(line);
    const [, object = "", path = ""] = match ?? [];
    return INPUT.test(path) ? [{ object, path }] : [];
  });
}

function git(root: string, args: readonly string[]): Buffer {
  return execFileSync("git", [...args], {
    cwd: root,
    maxBuffer: MAX_FILE_BYTES + 1,
    stdio: ["ignore", "pipe", "ignore"],
  });
}
