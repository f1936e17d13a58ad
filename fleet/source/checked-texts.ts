import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import type { Json } from "./json";
import type { SourceText } from "./source-text";

/**
 * What texts say that were read and found right, by the kind and the digest of each. The command line has just read the
 * catalog when it starts the engine, and the policy pack needs the same: parsing it again takes more than judging it.
 * Whoever holds another text parses that one; places are looked up in the text itself.
 */
export class CheckedTexts {
  private readonly kept = new Map<string, Json>();

  /** What `write` wrote. A file that is not there, or is not one of these, knows nothing. */
  static read(file: string): CheckedTexts {
    const texts = new CheckedTexts();
    try {
      const kept: unknown = deserialize(readFileSync(file));
      if (Array.isArray(kept))
        for (const [key, value] of kept as [string, Json][]) texts.kept.set(key, value);
    } catch {
      // Then everything is parsed, as without it.
    }
    return texts;
  }

  /** @returns undefined when nobody knows what the text says */
  of(kind: string, source: SourceText): Json | undefined {
    return this.kept.size === 0 ? undefined : this.kept.get(keyOf(kind, source));
  }

  keep(kind: string, source: SourceText, value: Json): void {
    this.kept.set(keyOf(kind, source), value);
  }

  /** For this user alone. */
  write(file: string): void {
    writeFileSync(file, serialize([...this.kept]), { mode: 0o600 });
  }
}

function keyOf(kind: string, { text }: SourceText): string {
  return `${kind} ${createHash("sha256").update(text).digest("hex")}`;
}
