import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A request of the trace: see TRACE.md. */
export interface TraceRow {
  /** Milliseconds since the request before. */
  readonly gap: number;
  readonly contextTokens: number;
  readonly generatedTokens: number;
}

const COLUMNS = "gap_ms,context_tokens,generated_tokens";

/** @throws Error naming the line that can't be read */
export function parseTrace(text: string): readonly TraceRow[] {
  const [head, ...lines] = text.trimEnd().split("\n");
  if (head !== COLUMNS) throw new Error(`line 1: wanted ${COLUMNS}`);
  if (lines.length === 0) throw new Error("the trace is empty");
  return lines.map((line, index) => {
    const [gap, contextTokens, generatedTokens, ...more] = line.split(",").map(Number);
    const whole = [gap, contextTokens, generatedTokens].every(
      (value) => Number.isInteger(value) && Number(value) >= 0,
    );
    if (!whole || more.length > 0) throw new Error(`line ${index + 2}: wanted three whole numbers`);
    return {
      gap: Number(gap),
      contextTokens: Number(contextTokens),
      generatedTokens: Number(generatedTokens),
    };
  });
}

/** @param root the folder of the project */
export function readTrace(root: string): readonly TraceRow[] {
  return parseTrace(readFileSync(join(root, "bench", "load", "trace.csv"), "utf8"));
}
