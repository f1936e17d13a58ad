import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { InputError } from "../../fleet/problem";
import type { Problem } from "../../fleet/problem";

/** The folder of this project. */
export const ROOT = resolve(__dirname, "..", "..");

/** A copy of the real catalog and stacks that a test may break. */
export class Project {
  readonly root = mkdtempSync(join(tmpdir(), "fleet-project-"));

  constructor() {
    for (const folder of ["catalog", "stacks"])
      cpSync(join(ROOT, folder), join(this.root, folder), { recursive: true });
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), "utf8");
  }

  write(file: string, text: string | Uint8Array): void {
    writeFileSync(join(this.root, file), text);
  }

  /** Replaces the one place where `from` stands. Fails when it stands nowhere or more than once. */
  edit(file: string, from: string, to: string): void {
    const parts = this.read(file).split(from);
    if (parts.length !== 2)
      throw new Error(`${JSON.stringify(from)} stands ${parts.length - 1} times in ${file}`);
    this.write(file, parts.join(to));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The problems that a call is refused with; fails when it is not refused. */
export function problemsOf(call: () => unknown): readonly Problem[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error("nothing was refused");
}
