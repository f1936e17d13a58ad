import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { ROOT } from "../../support/project";

/** The project's tiers without what only its own images and services have. */
function ownTiers(): string {
  const file = parse(readFileSync(join(ROOT, "stacks", "tiers.yaml"), "utf8")) as {
    readonly tiers: Record<string, Record<string, unknown>>;
  };
  for (const tier of Object.values(file.tiers)) {
    delete tier["agentImage"];
    delete tier["services"];
    tier["replicas"] = {};
    delete tier["limits"];
  }
  return stringify(file);
}

/** A repository with a small fleet, as a runner would check it out. Nothing of the user's git settings counts. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), "fleet-repository-"));

  constructor() {
    cpSync(join(ROOT, "test", "workflows", "fleet"), this.root, { recursive: true });
    // Every number that sizes and judges is the project's own.
    cpSync(join(ROOT, "catalog", "profiles.yaml"), join(this.root, "catalog", "profiles.yaml"));
    mkdirSync(join(this.root, "stacks"));
    for (const file of readdirSync(join(ROOT, "stacks")).filter((name) => name.startsWith("Pulumi.")))
      cpSync(join(ROOT, "stacks", file), join(this.root, "stacks", file));
    this.write("stacks/tiers.yaml", ownTiers());
    cpSync(join(ROOT, "scripts", "ci"), join(this.root, "scripts", "ci"), { recursive: true });
    symlinkSync(join(ROOT, "dist"), join(this.root, "dist"));
    writeFileSync(join(this.root, ".gitignore"), "dist\nout/\n");
    this.git("init", "--quiet", "--initial-branch=main");
    this.commit("Declare the fleet");
  }

  git(...args: string[]): string {
    const who = { name: "Ada", email: "ada@example.org", date: "2026-01-02T03:04:05Z" };
    return execFileSync("git", args, {
      cwd: this.root,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        ...{ HOME: this.root, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
        ...{ GIT_AUTHOR_NAME: who.name, GIT_AUTHOR_EMAIL: who.email, GIT_AUTHOR_DATE: who.date },
        ...{ GIT_COMMITTER_NAME: who.name, GIT_COMMITTER_EMAIL: who.email, GIT_COMMITTER_DATE: who.date },
      },
    });
  }

  commit(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", `--message=${message}`);
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), "utf8");
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.root, file), text);
  }

  /** Replaces the one place where `from` stands. */
  edit(file: string, from: string, to: string): void {
    const parts = this.read(file).split(from);
    if (parts.length !== 2) throw new Error(`${from} stands ${parts.length - 1} times in ${file}`);
    this.write(file, parts.join(to));
  }

  /** Makes the change on a branch and leaves what a runner checks out: the merge into main, on no branch. */
  pullRequest(change: () => void): void {
    this.git("checkout", "--quiet", "-B", "change", "main");
    change();
    this.commit("Change the fleet");
    this.git("checkout", "--quiet", "--detach", "main");
    this.git("merge", "--quiet", "--no-ff", "--message=Merge the change", "change");
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
