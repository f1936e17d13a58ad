import { secretIn } from "../../policies/read/secrets";
import type { Note } from "./notes";
import { shownValue } from "./redact";
import { textOf } from "./tree";
import type { Tree } from "./tree";

const VARIABLE = /^[A-Z_][A-Z0-9_]*$/i;

/** Secrets that stand in a file in clear: in services and in blocks that services share. Never shows a value. */
export function secretsIn(root: Tree, seen: Set<Tree> = new Set()): readonly Note[] {
  if (seen.has(root)) return [];
  seen.add(root);
  if (root.kind === "scalar") return [];
  if (root.kind === "list")
    return root.items.flatMap((item) => {
      const text = textOf(item);
      const equals = text?.indexOf("=") ?? -1;
      return text === null || equals < 0
        ? secretsIn(item, seen)
        : noteFor(text.slice(0, equals), text.slice(equals + 1), item);
    });
  return [...root.entries].flatMap(([name, { value }]) => {
    const text = textOf(value);
    return text === null ? secretsIn(value, seen) : noteFor(name, text, value);
  });
}

function noteFor(name: string, value: string, tree: Tree): readonly Note[] {
  if (!VARIABLE.test(name)) return [];
  const secret = secretIn(`${name}=${value}`);
  if (secret === null) return [];
  return [
    {
      kind: "broken",
      code: "secret-in-clear",
      service: null,
      place: tree.place,
      text: `${secret.name ?? "a variable"} holds ${secret.kind} in clear: ${shownValue(name, value)}`,
      fix: "change the secret, and hand it over as one: it stays in the history of the file",
    },
  ];
}
