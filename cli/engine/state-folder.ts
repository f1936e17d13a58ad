import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { dirname, join } from "node:path";
import { EngineError } from "./engine-error";

/** Where state, locks and the key of a user's stacks are kept: `$XDG_STATE_HOME/sutazai-fleet`. */
export function stateFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env["XDG_STATE_HOME"];
  return join(base !== undefined && base !== "" ? base : join(homedir(), ".local", "state"), "sutazai-fleet");
}

/** More than is written before the engine begins: keys, locks and notes. Bytes. */
const ROOM = 64 * 1024;

/**
 * Makes the state folder where it is missing, and finds out whether it can be written, before anything is begun: a key
 * or a lock of which only a half was written would stand in the way of every later run.
 *
 * @throws EngineError `backend-unusable`, `disk-full`
 */
export function ensureWritable(folder: string): void {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, Buffer.alloc(ROOM));
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const why = `${folder}: ${message.replace(/, (?:mkdir|open|write|access)\b.*$/, "")}`;
    if (code === "ENOSPC" || code === "EDQUOT")
      throw new EngineError(
        "disk-full",
        "the disk of the state is full",
        why,
        "room for the state",
        "Make room there, or set XDG_STATE_HOME to another folder; nothing was touched.",
      );
    throw new EngineError(
      "backend-unusable",
      "the place of the state can't be used",
      why,
      "a folder that this user can write",
      "Put right what it says, or set XDG_STATE_HOME to another folder; nothing was touched.",
    );
  } finally {
    try {
      rmSync(probe, { force: true });
    } catch {
      // Where nothing can be written, nothing is left either.
    }
  }
}

/** With its parents, one by one: made in one go, Node says of a file system that can only be read that nothing is there. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another run was faster.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** The passphrase of the stacks' secrets: from the environment, else from a key file made once. */
export function passphraseIn(folder: string, say: (line: string) => void, env = process.env): string {
  const said = env["PULUMI_CONFIG_PASSPHRASE"];
  if (said !== undefined && said !== "") return said;
  const file = join(folder, "passphrase");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    say(
      `made a key for the secrets of your stacks: ${file} (keep it; PULUMI_CONFIG_PASSPHRASE overrides it)`,
    );
  }
  return readFileSync(file, "utf8").trim();
}

interface Holder {
  readonly pid: number;
  readonly hostname: string;
  readonly timestamp: string;
}

/**
 * Takes the lock of a stack for this process.
 *
 * @returns what gives it back
 * @throws EngineError `state-locked` with who holds it
 */
export function lockStack(folder: string, stack: string, say: (line: string) => void): () => void {
  const file = join(folder, "locks", `${stack}.json`);
  mkdirSync(join(folder, "locks"), { recursive: true });
  const own: Holder = { pid: process.pid, hostname: hostname(), timestamp: new Date().toISOString() };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: "wx" });
      return () => {
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    clearDead(file, say);
  }
}

/** Who holds the lock of a stack, and whether it is surely gone; null when nobody does. */
export function lockHolder(
  folder: string,
  stack: string,
): { readonly who: string; readonly gone: boolean } | null {
  const file = join(folder, "locks", `${stack}.json`);
  if (!existsSync(file)) return null;
  const holder = holderIn(file);
  if (holder === null) return { who: `a lock that can't be read: ${file}`, gone: false };
  const who = `process ${holder.pid} on ${holder.hostname} since ${holder.timestamp}`;
  return { who, gone: holder.hostname === hostname() && !runs(holder.pid) };
}

/** Clears what an engine that was killed left in a local backend; an engine that lives is never disturbed. */
export function clearEngineLocks(
  backend: string,
  project: string,
  stack: string,
  say: (line: string) => void,
): void {
  const folder = join(backend, ".pulumi", "locks", "organization", project, stack);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".json")) continue;
    clearDead(join(folder, name), say);
    // The backend keeps what it knows of a file beside it.
    rmSync(join(folder, `${name}.attrs`), { force: true });
  }
}

function clearDead(file: string, say: (line: string) => void): void {
  const holder = holderIn(file);
  if (holder !== null && holder.hostname === hostname() && !runs(holder.pid)) {
    rmSync(file, { force: true });
    say(`cleared the lock of process ${holder.pid}, which is gone (since ${holder.timestamp})`);
    return;
  }
  const who =
    holder === null
      ? `a lock that can't be read: ${file}`
      : `process ${holder.pid} on ${holder.hostname} since ${holder.timestamp}`;
  throw new EngineError(
    "state-locked",
    "somebody else works on this stack",
    who,
    "nobody else on it",
    `Wait until it is done. If it is surely gone, remove ${file}.`,
  );
}

function holderIn(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !collectable(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** True for a process that has ended, and whose parent has not asked for its end: it does nothing any more. */
function collectable(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** @throws EngineError `state-damaged`, with the way back, when the state of a stack is no JSON */
export function checkState(backend: string, project: string, stack: string): void {
  const file = join(backend, ".pulumi", "stacks", project, `${stack}.json`);
  if (!existsSync(file) || parses(file)) return;
  const backup = `${file}.bak`;
  throw new EngineError(
    "state-damaged",
    "the state of the stack can't be read",
    `${file} is not complete`,
    "the JSON that the engine wrote",
    parses(backup)
      ? `The engine keeps the state before it: cp '${backup}' '${file}', then fleet up --refresh.`
      : `There is no usable backup beside it; restore ${file} from your own.`,
  );
}

/**
 * Clears what a killed engine has half written of what the backend notes beside its files (`.attrs`: type and checksum).
 * The backend reads no state with such a note, and reads it well without one.
 */
export function clearTornNotes(
  backend: string,
  project: string,
  stack: string,
  say: (line: string) => void,
): void {
  const folder = join(backend, ".pulumi", "stacks", project);
  const ofStack = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith(`${stack}.json`))
    : [];
  const notes = [join(backend, ".pulumi", "meta.yaml.attrs"), ...ofStack.map((name) => join(folder, name))];
  for (const file of notes) {
    if (!file.endsWith(".attrs") || !existsSync(file) || parses(file)) continue;
    rmSync(file, { force: true });
    say(`cleared ${file}, which an engine that was killed left half written`);
  }
}

function parses(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
}
