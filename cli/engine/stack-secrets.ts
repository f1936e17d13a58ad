import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BROKER_USERS } from "../../fleet/queue/users";
import { BROKER_PASSWORD } from "../../fleet/secrets/broker";
import type { NeededSecret, Secrets } from "../../fleet/secrets/types";
import { writeWhole } from "../write-whole";
import { EngineError } from "./engine-error";

/**
 * The secrets of a stack, kept beside its state for this user alone. Those that are made by machines are made once;
 * what is kept already stays, also when nothing needs it any more. Only one run at a time may call this (the lock of
 * the stack).
 *
 * @param folder where the state is kept
 * @param scope `<fleet>-<stack>`
 * @throws EngineError `secrets-damaged`
 */
export function stackSecrets(folder: string, scope: string, needed: readonly NeededSecret[]): Secrets {
  const known = knownSecrets(folder, scope);
  const fresh = needed.flatMap(({ name, kind }) =>
    kind === "given" || known[name] !== undefined ? [] : [[name, MAKE[kind]()] as const],
  );
  if (fresh.length === 0) return known;
  const secrets = { ...known, ...Object.fromEntries(fresh) };
  keepSecrets(folder, scope, secrets);
  return secrets;
}

const MAKE = {
  // Behind a hyphen programs look for an option of theirs: rabbitmqctl refuses such a password.
  password: () => randomBytes(32).toString("base64url").replace(/^-/, "A"),
  uuid: () => randomUUID(),
} as const;

/** What is kept of them; empty where nothing is. @throws EngineError `secrets-damaged` */
export function knownSecrets(folder: string, scope: string): Secrets {
  return { ...formerly(folder, scope), ...readSecrets(fileIn(folder, scope)) };
}

/** Replaces what is kept, all or nothing. */
export function keepSecrets(folder: string, scope: string, secrets: Secrets): void {
  const file = fileIn(folder, scope);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sorted = Object.fromEntries(Object.entries(secrets).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeWhole(file, `${JSON.stringify(sorted, null, 2)}\n`, 0o600);
}

/** Where versions before this one kept the passwords of the broker, by the name of the user. */
function formerly(folder: string, scope: string): Secrets {
  const old = readSecrets(join(folder, "secrets", `${scope}.broker.json`));
  return Object.fromEntries(
    BROKER_USERS.flatMap((user) => (old[user] === undefined ? [] : [[BROKER_PASSWORD[user], old[user]]])),
  );
}

function readSecrets(file: string): Secrets {
  if (!existsSync(file)) return {};
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof read !== "object" || read === null || Array.isArray(read)) throw new Error("no mapping");
    const entries = Object.entries(read);
    if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string"))
      throw new Error("a value that is no text");
    return Object.fromEntries(entries);
  } catch (error) {
    // What JSON.parse says quotes the text, which is secret.
    const why = error instanceof SyntaxError ? "no JSON" : error instanceof Error ? error.message : "";
    throw new EngineError(
      "secrets-damaged",
      "the secrets of the stack can't be read",
      `${file}: ${why}`,
      "a mapping of names to texts, as a run before left it",
      "Put back a copy. Without one, remove the file: new secrets are made, and services are started again with them.",
    );
  }
}

function fileIn(folder: string, scope: string): string {
  return join(folder, "secrets", `${scope}.json`);
}
