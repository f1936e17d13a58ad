import type { Colors } from "picocolors/types";
import type { Diagnosis, Examined } from "./model";

const WIDTH = 8;

/** For people: one line for each thing, and how to get what is missing below it. */
export function textDiagnosis({ stack, examined, exitCode }: Diagnosis, colors: Colors): string {
  const names = Math.max(...examined.map(({ kind, name }) => `${kind} ${name}`.length));
  const paint: Record<Examined["standing"], (text: string) => string> = {
    ok: colors.green,
    later: colors.yellow,
    warning: colors.yellow,
    wrong: colors.red,
  };
  const lines = examined.flatMap(({ kind, name, standing, found, wanted, fix }) => {
    const mark = paint[standing](standing.padEnd(WIDTH));
    const line = `${mark}${`${kind} ${name}`.padEnd(names)}  ${found}`;
    if (fix === null) return [line];
    const indent = " ".repeat(WIDTH);
    return [line, `${indent}  wanted  ${wanted}`, `${indent}  fix     ${fix}`];
  });
  const wrong = examined.filter(({ standing }) => standing === "wrong").length;
  const end =
    exitCode === 0
      ? `fleet up --stack ${stack} has all that it needs`
      : `${wrong} ${wrong === 1 ? "thing is" : "things are"} in the way of fleet up --stack ${stack}`;
  return `${[...lines, "", end].join("\n")}\n`;
}
