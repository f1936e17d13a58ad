import type { Arrival } from "../arrivals";
import type { Answered } from "../ledger";

/** What an agent is asked. It begins with the id, so that no model has seen the question before. */
export function taskOf(id: string, { words, maxTokens }: Arrival): string {
  return JSON.stringify({ prompt: `${id}${" task".repeat(Math.max(0, words - 1))}`, maxTokens });
}

/** @throws SyntaxError when it is no answer of an agent */
export function answerOf(text: string): Answered {
  const { agent, fallback } = JSON.parse(text) as { readonly agent: string; readonly fallback: boolean };
  return { agent, fallback };
}
