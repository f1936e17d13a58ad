import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../../policies/finding";

/** Takes the findings of the policy pack, which the engine starts: by itself it would only pass on their words. */
export class ToldFindings {
  private readonly folder = mkdtempSync(join(tmpdir(), "sutazai-fleet-findings-"));
  private readonly file = join(this.folder, "findings.jsonl");
  /** What the pack has to be started with. */
  readonly env = { SUTAZAI_FLEET_FINDINGS: this.file };

  /** What the pack told so far; the same finding once, whatever the number of previews. */
  read(): readonly Finding[] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, "utf8").split("\n");
    // A pack that is stopped in the middle of a line has told all lines before.
    const whole = lines.slice(0, -1);
    return [...new Set(whole)].map((line) => JSON.parse(line) as Finding);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
