import { colorsFor } from "../output";
import { checkStack } from "../pipeline";
import { jsonReport } from "../reporters/json";
import { textReport } from "../reporters/text";
import { exitCodeOf } from "../verdict";

export interface CheckOptions {
  readonly root: string;
  readonly stack: string;
  readonly format: "text" | "json";
}

/** `fleet check`: plans the stack, asks every rule, and prints the verdict. Writes nothing. */
export function check({ root, stack, format }: CheckOptions): number {
  const checked = checkStack(root, stack);
  process.stdout.write(
    format === "json" ? jsonReport(checked) : textReport(checked, colorsFor(process.stdout)),
  );
  return exitCodeOf(checked.report);
}
