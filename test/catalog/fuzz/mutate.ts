/** Numbers from a seed (mulberry32): the same seed gives the same mutations on every machine. */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
}

/** What has broken parsers, validators and sums before. */
const HOSTILE = [
  ..."{}[]:-?*&!|>%@`'\"#,~",
  "\t",
  "\r\n",
  "\r",
  "\n---\n",
  "\n...\n",
  "&a ",
  "*a",
  "!!binary ",
  "!x ",
  "<<: ",
  "__proto__: ",
  "constructor: ",
  "toString",
  "hasOwnProperty",
  "null",
  "~",
  "true",
  ".inf",
  "-.inf",
  ".nan",
  "-1",
  "0",
  "1e400",
  "1e-400",
  "0x10",
  "0o7",
  "99999999999999999999",
  "9007199254740993",
  "-0",
  "0m",
  "0.00001",
  "0MiB",
  "99999999999999999999GiB",
  "999999999d",
  "2001-01-01",
  "[]",
  "{}",
  "[[[[",
  "? ",
  "|\n  text",
  "\u0000",
  "\u0007",
  "\u001b[31m",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u200b",
  "\u2028",
  "\u202e",
  "\ufeff",
  "\ud800",
  "😀",
  "é",
] as const;

const VALUES = [
  "null",
  "7",
  "-3.5",
  "true",
  "text",
  "[]",
  "[null]",
  "[a, a]",
  "{}",
  "{ a: 1 }",
  '""',
  "'x'",
  "constructor",
  "128MB",
  "1GiB",
  "0m",
  "1h",
  ".nan",
  "cold",
  "critical",
  "consul",
  "autogen",
  "99999999999999999999",
] as const;

type Mutation = (text: string, random: Random) => string;

function editLines(change: (lines: string[], at: number, random: Random) => void): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    change(lines, random.below(lines.length), random);
    return lines.join("\n");
  };
}

function splice(text: string, at: number, length: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + length);
}

export const MUTATIONS: readonly Mutation[] = [
  editLines((lines, at) => lines.splice(at, 1)),
  editLines((lines, at, random) => lines.splice(at, 1 + random.below(5))),
  editLines((lines, at) => lines.splice(at, 0, lines[at] ?? "")),
  editLines((lines, at, random) => {
    const other = random.below(lines.length);
    [lines[at], lines[other]] = [lines[other] ?? "", lines[at] ?? ""];
  }),
  editLines((lines, at, random) => lines.splice(random.below(lines.length), 0, ...lines.slice(at, at + 4))),
  editLines((lines, at, random) => (lines[at] = " ".repeat(random.below(4) + 1) + (lines[at] ?? ""))),
  editLines((lines, at) => (lines[at] = (lines[at] ?? "").replace(/^ {1,2}/, ""))),
  editLines((lines, at) => (lines[at] = (lines[at] ?? "").replace(/^ */, "\t"))),
  editLines(
    (lines, at, random) => (lines[at] = (lines[at] ?? "").replace(/: .*/, `: ${random.pick(VALUES)}`)),
  ),
  editLines(
    (lines, at, random) => (lines[at] = (lines[at] ?? "").replace(/: .*/, `: ${random.pick(HOSTILE)}`)),
  ),
  editLines((lines, at) => (lines[at] = (lines[at] ?? "").replace(/: .*/, ":"))),
  editLines(
    (lines, at, random) => (lines[at] = (lines[at] ?? "").replace(/\d+/, String(random.below(100_000)))),
  ),
  editLines((lines, at, random) => {
    lines[at] = (lines[at] ?? "").replace(
      /[\w-]+(?=:)/,
      random.pick(["__proto__", "constructor", "x", "<<", "name"]),
    );
  }),
  (text, random) => splice(text, random.below(text.length + 1), 0, random.pick(HOSTILE)),
  (text, random) => splice(text, random.below(text.length + 1), 1, random.pick(HOSTILE)),
  (text, random) => splice(text, random.below(text.length + 1), 1, ""),
  (text, random) => splice(text, random.below(text.length + 1), 1, String.fromCharCode(random.below(0x250))),
  (text, random) =>
    splice(text, random.below(text.length + 1), 0, String.fromCharCode(random.below(0x10000))),
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => text.slice(random.below(text.length)),
  (text, random) => splice(text, random.below(text.length + 1), random.below(40), ""),
];

/** One to three mutations, one after the other. */
export function mutate(text: string, random: Random): string {
  let mutated = text;
  for (let count = 1 + random.below(3); count > 0; count--) mutated = random.pick(MUTATIONS)(mutated, random);
  return mutated;
}
