import { formatPlace } from "../../fleet/place";
import type { Problem } from "../../fleet/problem";

/** The pack can't judge. Its stack is its message: the engine shows stacks, and nobody here wants one. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Refusal";
    this.stack = message;
  }

  static ofProblems(problems: readonly Problem[]): Refusal {
    return new Refusal(problems.map(wordProblem).join("\n"));
  }
}

function wordProblem({ code, place, message, found, wanted, fix }: Problem): string {
  const lines = [`${place === undefined ? "" : `${formatPlace(place)}  `}${message} [${code}]`];
  if (found !== undefined) lines.push(`  found   ${found}`);
  if (wanted !== undefined) lines.push(`  wanted  ${wanted}`);
  return [...lines, `  fix     ${fix}`].join("\n");
}
