import { colorsFor } from "../output";
import { checkStack } from "../pipeline";
import { jsonReport } from "../reporters/json";
import { textReport } from "../reporters/text";
import { Timings } from "../timings";
import { exitCodeOf } from "../verdict";

export interface CheckOptions {
  readonly root: string;
  readonly stack: string;
  readonly format: "text" | "json";
  /** Also say on stderr what each step took. */
  readonly timings: boolean;
}

/** `fleet check`: plans the stack, asks every rule, and prints the verdict. Writes nothing. */
export function check({ root, stack, format, timings }: CheckOptions): number {
  const clock = new Timings();
  const checked = checkStack(root, stack, clock);
  const text = clock.step("output", () =>
    format === "json" ? jsonReport(checked) : textReport(checked, colorsFor(process.stdout)),
  );
  process.stdout.write(text);
  if (timings) process.stderr.write(clock.text());
  return exitCodeOf(checked.report);
}
