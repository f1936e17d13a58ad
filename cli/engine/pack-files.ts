import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckedTexts } from "../../fleet/source/checked-texts";
import type { Finding } from "../../policies/finding";

/**
 * What the command line and the policy pack tell each other in files, since the engine starts the pack: what has been
 * read of the catalog there, and findings back, of which the engine would only pass on the words.
 */
export class PackFiles {
  private readonly folder = mkdtempSync(join(tmpdir(), "sutazai-fleet-pack-"));
  private readonly findings = join(this.folder, "findings.jsonl");
  /** What the pack has to be started with. */
  readonly env: Readonly<Record<string, string>>;

  /** @param texts what is known of the catalog; the pack parses the rest */
  constructor(texts?: CheckedTexts) {
    const checked = join(this.folder, "checked");
    texts?.write(checked);
    this.env = {
      SUTAZAI_FLEET_FINDINGS: this.findings,
      ...(texts === undefined ? {} : { SUTAZAI_FLEET_CHECKED: checked }),
    };
  }

  /** What the pack told so far; the same finding once, whatever the number of previews. */
  read(): readonly Finding[] {
    if (!existsSync(this.findings)) return [];
    const lines = readFileSync(this.findings, "utf8").split("\n");
    // A pack that is stopped in the middle of a line has told all lines before.
    const whole = lines.slice(0, -1);
    return [...new Set(whole)].map((line) => JSON.parse(line) as Finding);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
