import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import type { Json } from "./json";
import type { SourceText } from "./source-text";

interface Kept {
  readonly kind: string;
  readonly source: SourceText;
  readonly value: Json;
}

/**
 * What texts say that were read and found right, by the kind and the digest of each. The command line has just read the
 * catalog when it starts the engine, and the policy pack needs the same: parsing it again takes more than judging it.
 * Whoever holds another text parses that one; places are looked up in the text itself.
 */
export class CheckedTexts {
  private readonly kept: Kept[] = [];

  private constructor(private readonly known: ReadonlyMap<string, Json>) {}

  /** Knows nothing yet, and is told. */
  static empty(): CheckedTexts {
    return new CheckedTexts(new Map());
  }

  /** What `write` wrote. A file that is not there, or is not one of these, knows nothing. */
  static read(file: string): CheckedTexts {
    try {
      const known: unknown = deserialize(readFileSync(file));
      if (Array.isArray(known)) return new CheckedTexts(new Map(known as [string, Json][]));
    } catch {
      // Then everything is parsed, as without it.
    }
    return CheckedTexts.empty();
  }

  /** What the file that was read says of a text. @returns undefined when it says nothing */
  of(kind: string, source: SourceText): Json | undefined {
    return this.known.size === 0 ? undefined : this.known.get(keyOf(kind, source));
  }

  /** For `write`: digests are only made there, since not every run comes to it. */
  keep(kind: string, source: SourceText, value: Json): void {
    this.kept.push({ kind, source, value });
  }

  /** For this user alone. */
  write(file: string): void {
    const entries = this.kept.map(({ kind, source, value }) => [keyOf(kind, source), value]);
    writeFileSync(file, serialize(entries), { mode: 0o600 });
  }
}

function keyOf(kind: string, { text }: SourceText): string {
  return `${kind} ${createHash("sha256").update(text).digest("hex")}`;
}
