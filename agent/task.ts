/** What an agent is asked, as it comes over HTTP and in messages. */
export interface Task {
  readonly prompt: string;
  /** The longest answer wanted, in tokens. */
  readonly maxTokens: number;
}

/** What it answers. */
export interface Answer {
  readonly agent: string;
  readonly answer: string;
  /** True when the model could not be asked. */
  readonly fallback: boolean;
}

/** The task can't be understood. Trying again would not help. */
export class InvalidTask extends Error {
  override readonly name = "InvalidTask";
}

const DEFAULT_TOKENS = 64;
const MAX_TOKENS = 4096;

/** @throws InvalidTask */
export function parseTask(body: Buffer): Task {
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw new InvalidTask("the task is no JSON");
  }
  const { prompt, maxTokens = DEFAULT_TOKENS } = (value ?? {}) as Record<string, unknown>;
  if (typeof prompt !== "string" || prompt === "")
    throw new InvalidTask("the task has no prompt: wanted a text");
  if (!Number.isInteger(maxTokens) || Number(maxTokens) < 1 || Number(maxTokens) > MAX_TOKENS) {
    throw new InvalidTask(`maxTokens of the task: wanted a whole number from 1 to ${MAX_TOKENS}`);
  }
  return { prompt, maxTokens: Number(maxTokens) };
}
