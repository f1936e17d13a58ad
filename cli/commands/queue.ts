import { readFileSync } from "node:fs";
import type { ConfirmChannel } from "amqplib";
import { loadCatalog } from "../../fleet/catalog/load";
import { namingOf } from "../../fleet/plan/names";
import { InputError } from "../../fleet/problem";
import { BROKER_DEFINITIONS } from "../../fleet/render/broker-kinds";
import { BROKER_PASSWORD } from "../../fleet/secrets/broker";
import { readStack } from "../../stacks/read";
import { stateFolder } from "../engine/state-folder";
import { knownSecrets } from "../engine/stack-secrets";
import { EXIT } from "../exit-codes";
import { forwardTarget } from "../forward/target";
import { checkStack } from "../pipeline";
import { withBroker } from "../queue/connect";
import type { BrokerAccess } from "../queue/connect";
import { deadLetters, depths, redrive } from "../queue/letters";
import type { QueueName } from "../queue/letters";
import { forwarding } from "./port-forward";

export interface QueueOptions {
  readonly root: string;
  readonly stack: string;
  /** `host:port`; null for the container of the stack, found by Docker. */
  readonly broker: string | null;
  /** Null for the one that `fleet up` made. */
  readonly passwordFile: string | null;
  readonly format: "text" | "json";
  /** At most so many dead letters. */
  readonly limit: number;
}

/** `fleet queue`: how much waits where, and the oldest dead letters with why they died. Changes nothing. */
export async function queueStatus(options: QueueOptions): Promise<number> {
  const seen = await onBroker(options, async (channel) => ({
    queues: await depths(channel),
    deadLetters: await deadLetters(channel, options.limit),
  }));
  if (options.format === "json") {
    print({ schemaVersion: 1, stack: options.stack, ...seen });
    return EXIT.fine;
  }
  const lines = seen.queues.map(
    ({ queue, ready, consumers }) =>
      `  ${queue.padEnd(13)}${String(ready).padStart(7)} waiting  ${consumers} consumers`,
  );
  const letters = seen.deadLetters.map(
    ({ id, why, priority, died }) =>
      `  ${id ?? "(no id)"}  priority ${priority}  ${died ?? "time not known"}  ${why}`,
  );
  const dead = seen.queues.find(({ queue }) => queue === "dead-letter")?.ready ?? 0;
  const shown = `dead letters, ${letters.length} of ${dead}`;
  process.stdout.write(`${["queues", ...lines, ...(dead > 0 ? ["", shown, ...letters] : [])].join("\n")}\n`);
  return EXIT.fine;
}

export interface RedriveOptions extends QueueOptions {
  readonly from: QueueName;
  /** Empty for all. */
  readonly ids: readonly string[];
}

/** `fleet queue redrive`: puts dead letters back to work, as if nobody had tried them. */
export async function queueRedrive(options: RedriveOptions): Promise<number> {
  const { ids, from, limit, stack, format } = options;
  const wanted = ids.length === 0 ? null : new Set(ids);
  const done = await onBroker(options, (channel) => redrive(channel, from, wanted, limit));
  if (format === "json") print({ schemaVersion: 1, stack, ...done });
  else {
    const { taken, overflowed, left } = done;
    process.stdout.write(
      `put back to work: ${taken}; overflowed, and waiting for a free agent: ${overflowed}; left: ${left}\n`,
    );
  }
  return EXIT.fine;
}

/** Where the broker is, and who asks it. */
async function onBroker<T>(options: QueueOptions, use: (channel: ConfirmChannel) => Promise<T>): Promise<T> {
  const { broker, root, stack } = options;
  const access = accessOf(options);
  if (broker !== null) return withBroker({ ...access, address: broker }, use);
  const { plan } = checkStack(root, stack);
  const service = plan.services.find(({ files }) => BROKER_DEFINITIONS in files);
  if (service === undefined) {
    throw unreachable(`stack ${stack} has no service with the definitions of a broker`);
  }
  const tunnel = await forwarding()
    .reach(plan, forwardTarget(plan, service.name, ":amqp"))
    .catch((error: unknown) => {
      throw error instanceof Error && error.name === "EngineError" ? unreachable(error.message) : error;
    });
  try {
    return await withBroker({ ...access, address: tunnel.address }, use);
  } finally {
    await tunnel.close();
  }
}

function unreachable(found: string): InputError {
  const wanted = "the RabbitMQ of this stack, as a container that Docker finds";
  const fix = "bring the stack up, or say where the broker listens: --broker host:port";
  return new InputError([{ code: "broker-unreachable", message: "no broker is found", found, wanted, fix }]);
}

/** @throws InputError when catalog, stack or password can't be used */
function accessOf({ root, stack, broker, passwordFile }: QueueOptions): Omit<BrokerAccess, "address"> {
  const catalog = loadCatalog(root);
  const { name } = readStack(root, stack, catalog);
  if (broker !== null && !URL.canParse(`amqp://${broker}`)) {
    throw wrong("--broker names no address", broker, "host:port");
  }
  const { scope } = namingOf(catalog.fleet, name);
  const password =
    passwordFile === null
      ? knownSecrets(stateFolder(), scope)[BROKER_PASSWORD.operator]
      : readPassword(passwordFile);
  if (password === undefined) {
    const wanted = "the password of the broker's user `operator`";
    // In words that name no secret: what is said of one is hidden.
    throw wrong("nothing to log in to the broker with", `nothing kept for ${scope} on this machine`, wanted);
  }
  return { vhost: catalog.fleet, username: "operator", password };
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    // In words that name no secret, as above: of the system's own only "[redacted]" would be left.
    const why = UNREADABLE[code] ?? (code === "" ? message : code);
    throw wrong("the file to log in to the broker with can't be read", why, "a file that this user can read");
  }
}

/** What the system says of a file that can't be read. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "no such file (ENOENT)",
  ENOTDIR: "no such file: a part of its path is no folder (ENOTDIR)",
  EACCES: "this user may not read it (EACCES)",
  EPERM: "this user may not read it (EPERM)",
  EISDIR: "a folder (EISDIR)",
  ELOOP: "a link that leads back to itself (ELOOP)",
};

function wrong(message: string, found: string, wanted: string): InputError {
  const fix = "run fleet up on this machine, or name a file with --password-file";
  return new InputError([{ code: "wrong-value", message, found, wanted, fix }]);
}

function print(document: object): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
