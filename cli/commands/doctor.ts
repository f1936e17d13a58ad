import { createRequire } from "node:module";
import { join } from "node:path";
import type { examine as run } from "../engine/doctor/main";
import { textDiagnosis } from "../engine/doctor/text";
import { colorsFor } from "../output";
import { checkStack } from "../pipeline";

export interface DoctorOptions {
  readonly root: string;
  readonly stack: string;
  readonly format: "text" | "json";
}

/**
 * `fleet doctor`: says of every tool, plugin, daemon and port what was found, what is wanted and how to get it.
 *
 * @returns the exit code: 2 when something is in the way of `fleet up`
 * @throws InputError at once, when catalog, tiers or stack can't be used
 */
export function doctor({ root, stack, format }: DoctorOptions): Promise<number> {
  const { plan, resources } = checkStack(root, stack);
  const file = join(__dirname, "doctor.cjs");
  const { examine } = createRequire(file)(file) as { readonly examine: typeof run };
  return examine({ home: join(__dirname, ".."), plan, resources }).then((diagnosis) => {
    const json = () => `${JSON.stringify(diagnosis, null, 2)}\n`;
    process.stdout.write(format === "json" ? json() : textDiagnosis(diagnosis, colorsFor(process.stdout)));
    return diagnosis.exitCode;
  });
}
