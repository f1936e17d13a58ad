import { readFileSync } from "node:fs";

/** Everything the agent is told, from its environment. Times in milliseconds. docs/agent-contract.md lists it. */
export interface Settings {
  readonly agent: string;
  readonly role: string;
  readonly port: number;
  readonly healthPath: string;
  readonly readyPath: string;
  /** Requests worked on at once, and how many more may wait; beyond that it sheds load. */
  readonly concurrency: number;
  readonly waiting: number;
  readonly model: ModelSettings | null;
  readonly broker: BrokerSettings | null;
  /** After SIGTERM: how long requests are still taken, until everybody knows that it leaves. */
  readonly linger: number;
  /** After SIGTERM: how long work in hand may take. */
  readonly grace: number;
}

export interface ModelSettings {
  readonly url: URL;
  readonly name: string;
  readonly deadline: number;
  /** Failures in a row that open the breaker, and how long it stays open before the model is probed. */
  readonly failures: number;
  readonly openFor: number;
  readonly fallback: string;
}

export interface BrokerSettings {
  readonly hostname: string;
  readonly port: number;
  readonly vhost: string;
  readonly username: string;
  readonly password: string;
  readonly retries: number;
  /** How long the broker may be away until the agent is not ready. */
  readonly patience: number;
  /** How often an agent that has nothing to do looks for messages that overflowed. */
  readonly overflowEvery: number;
}

/** The environment can't be used; the message names the variable, what was found and what was wanted. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws SettingsError */
export function readSettings(env: Environment): Settings {
  return {
    agent: text(env, "FLEET_AGENT", "agent"),
    role: text(env, "FLEET_ROLE", "general"),
    port: whole(env, "PORT", 8080, 0, 65535),
    healthPath: text(env, "FLEET_HEALTH_PATH", "/healthz"),
    readyPath: text(env, "FLEET_READY_PATH", "/readyz"),
    concurrency: whole(env, "FLEET_CONCURRENCY", 4, 1, 1000),
    waiting: whole(env, "FLEET_WAITING", 16, 0, 10_000),
    model: modelSettings(env),
    broker: brokerSettings(env),
    linger: seconds(env, "FLEET_LINGER_SECONDS", 5),
    grace: seconds(env, "FLEET_GRACE_SECONDS", 25),
  };
}

function modelSettings(env: Environment): ModelSettings | null {
  const url = given(env, "OLLAMA_BASE_URL");
  if (url === null) return null;
  return {
    url: httpUrl("OLLAMA_BASE_URL", url),
    name: text(env, "FLEET_MODEL", "tinyllama"),
    deadline: seconds(env, "FLEET_MODEL_DEADLINE_SECONDS", 10),
    failures: whole(env, "FLEET_BREAKER_FAILURES", 3, 1, 1000),
    openFor: seconds(env, "FLEET_BREAKER_OPEN_SECONDS", 15),
    fallback: text(
      env,
      "FLEET_FALLBACK_ANSWER",
      "The language model can't be asked right now. Please try again in a minute.",
    ),
  };
}

function brokerSettings(env: Environment): BrokerSettings | null {
  const hostname = given(env, "RABBITMQ_HOST");
  if (hostname === null) return null;
  return {
    hostname,
    port: whole(env, "RABBITMQ_PORT", 5672, 1, 65535),
    vhost: text(env, "RABBITMQ_VHOST", "/"),
    username: text(env, "RABBITMQ_USER", "agent"),
    password: password(env),
    retries: whole(env, "FLEET_TASK_RETRIES", 3, 0, 1000),
    patience: seconds(env, "FLEET_BROKER_PATIENCE_SECONDS", 60),
    overflowEvery: seconds(env, "FLEET_OVERFLOW_EVERY_SECONDS", 1),
  };
}

/** From a file, as secrets are mounted; a variable of its own is for trying out. */
function password(env: Environment): string {
  const file = given(env, "RABBITMQ_PASSWORD_FILE");
  if (file === null) return text(env, "RABBITMQ_PASSWORD", "");
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw wrong("RABBITMQ_PASSWORD_FILE", file, `a file that can be read (${(error as Error).message})`);
  }
}

/** An empty variable counts as none: compose files and shells make them out of nothing. */
function given(env: Environment, name: string): string | null {
  const value = env[name];
  return value === undefined || value === "" ? null : value;
}

function text(env: Environment, name: string, otherwise: string): string {
  return given(env, name) ?? otherwise;
}

function whole(env: Environment, name: string, otherwise: number, least: number, most: number): number {
  const value = given(env, name);
  if (value === null) return otherwise;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw wrong(name, value, `a whole number from ${least} to ${most}`);
}

/** @returns milliseconds */
function seconds(env: Environment, name: string, otherwise: number): number {
  const value = given(env, name);
  if (value === null) return otherwise * 1000;
  if (/^\d+(\.\d+)?$/.test(value) && Number(value) <= 86_400) return Number(value) * 1000;
  throw wrong(name, value, "seconds, such as 10 or 0.5, at most a day");
}

function httpUrl(name: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol === "http:") return url;
  throw wrong(name, value, "a URL such as http://model-gateway:11434");
}

function wrong(name: string, found: string, wanted: string): SettingsError {
  return new SettingsError(`${name}: found ${JSON.stringify(found)}, wanted ${wanted}`);
}
