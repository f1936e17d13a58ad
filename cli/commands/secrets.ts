import { readFileSync } from "node:fs";
import { InputError } from "../../fleet/problem";
import type { FleetPlan } from "../../fleet/plan/types";
import { secretsNeeded } from "../../fleet/secrets/needed";
import { didYouMean } from "../../fleet/source/suggest";
import { keepSecrets, knownSecrets } from "../engine/stack-secrets";
import { ensureWritable, lockStack, stateFolder } from "../engine/state-folder";
import { EXIT } from "../exit-codes";
import { checkStack } from "../pipeline";

export interface SecretsOptions {
  readonly root: string;
  readonly stack: string;
}

/** `fleet secrets`: which secrets a stack needs, what for, and whether this machine has them. Shows none. */
export function listSecrets({ root, stack }: SecretsOptions, format: "text" | "json"): number {
  const { plan } = checkStack(root, stack);
  const known = knownSecrets(stateFolder(), plan.naming.scope);
  const secrets = secretsNeeded(plan).map(({ name, kind, for: purpose }) => ({
    ...{ name, kind, for: purpose },
    kept: known[name] !== undefined,
  }));
  if (format === "json") {
    const document = { schemaVersion: 1, command: "secrets", stack: plan.stack, secrets };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return EXIT.fine;
  }
  const width = Math.max(0, ...secrets.map(({ name }) => name.length));
  const lines = secrets.map(
    ({ name, kind, kept, for: purpose }) =>
      `${name.padEnd(width)}  ${standing(kind, kept).padEnd(10)}  ${purpose}`,
  );
  process.stdout.write(`${lines.length === 0 ? "this stack needs no secrets" : lines.join("\n")}\n`);
  return EXIT.fine;
}

function standing(kind: string, kept: boolean): string {
  if (kept) return "kept here";
  return kind === "given" ? "not given" : "not made";
}

/**
 * `fleet secrets show`: the value of one, for a person or a pipe.
 *
 * @throws InputError `unknown-secret`
 */
export function showSecret({ root, stack }: SecretsOptions, name: string): number {
  const { plan } = checkStack(root, stack);
  refuseUnknown(plan, name);
  const value = knownSecrets(stateFolder(), plan.naming.scope)[name];
  if (value === undefined) {
    throw problem(
      name,
      `this machine keeps no ${name} of ${plan.naming.scope}`,
      "run fleet up on this machine first",
    );
  }
  process.stdout.write(`${value}\n`);
  return EXIT.fine;
}

/**
 * `fleet secrets set`: keeps what stdin says, so that it is in no history of a shell. It takes effect with the next `up`.
 *
 * @throws InputError `unknown-secret`, `wrong-value`; EngineError `state-locked`
 */
export function setSecret({ root, stack }: SecretsOptions, name: string): number {
  const { plan } = checkStack(root, stack);
  refuseUnknown(plan, name);
  const value = readFileSync(process.stdin.fd, "utf8").replace(/\r?\n$/, "");
  if (value === "" || /[\r\n]/.test(value)) {
    // In words that name no secret: what is said of one is hidden.
    const found = value === "" ? "nothing" : "several lines";
    const fix = `pipe it in, as in: pass show hook | fleet secrets set ${name} --stack ${stack}`;
    throw new InputError([
      { code: "wrong-value", message: "stdin has nothing to keep", found, wanted: "one line", fix },
    ]);
  }
  const folder = stateFolder();
  ensureWritable(folder);
  const { scope } = plan.naming;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const release = lockStack(folder, `${plan.fleet}-${plan.stack}`, say);
  try {
    keepSecrets(folder, scope, { ...knownSecrets(folder, scope), [name]: value });
  } finally {
    release();
  }
  say(`kept ${name} of ${scope}; the next fleet up --stack ${stack} brings it to who needs it`);
  return EXIT.fine;
}

function refuseUnknown(plan: FleetPlan, name: string): void {
  const names = secretsNeeded(plan).map((each) => each.name);
  if (names.includes(name)) return;
  const fix = didYouMean(name, names) ?? `the names: fleet secrets --stack ${plan.stack}`;
  throw problem(name, `stack ${plan.stack} needs no secret called ${name}`, fix);
}

function problem(found: string, message: string, fix: string): InputError {
  return new InputError([{ code: "unknown-secret", message, found, wanted: "a secret of the stack", fix }]);
}
