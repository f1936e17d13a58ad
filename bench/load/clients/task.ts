import type { Arrival } from "../arrivals";
import type { Answered } from "../ledger";

/**
 * What an agent is asked. It begins with the id, so that no model has seen the question before. A letter is a token of
 * the tiny model, which has no longer pieces that anything here is made of.
 */
export function taskOf(id: string, { questionTokens, answerTokens }: Arrival): string {
  return JSON.stringify({ prompt: id.padEnd(questionTokens, " x"), maxTokens: answerTokens });
}

/** @throws SyntaxError when it is no answer of an agent */
export function answerOf(text: string): Answered {
  const { agent, fallback } = JSON.parse(text) as { readonly agent: string; readonly fallback: boolean };
  return { agent, fallback };
}
