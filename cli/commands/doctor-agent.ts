import { InputError } from "../../fleet/problem";
import { agentContract } from "../doctor/agent-contract";
import type { ContractCheck } from "../doctor/contract-check";
import { EXIT } from "../exit-codes";
import { colorsFor } from "../output";

export interface DoctorAgentOptions {
  /** Where the agent listens. */
  readonly url: string;
  /** Of one request, in seconds. */
  readonly timeout: number;
  readonly format: "text" | "json";
}

/**
 * `fleet doctor --agent URL`: whether a running agent keeps the contract.
 *
 * @returns 0 when it does, else 1
 * @throws InputError when the URL is none
 */
export async function doctorAgent({ url, timeout, format }: DoctorAgentOptions): Promise<number> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new InputError([
      {
        code: "wrong-value",
        message: "--agent names no agent",
        found: url,
        wanted: "a URL such as http://127.0.0.1:8080",
        fix: "name where the agent listens, with http://",
      },
    ]);
  }
  const checks = await agentContract(url, timeout * 1000);
  const kept = checks.filter((check) => check.kept).length;
  if (format === "json") {
    const document = { schemaVersion: 1, url, kept, of: checks.length, checks };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    process.stdout.write(`${text(url, checks).join("\n")}\n`);
  }
  return kept === checks.length ? EXIT.fine : EXIT.blocked;
}

function text(url: string, checks: readonly ContractCheck[]): readonly string[] {
  const colors = colorsFor(process.stdout);
  const broken = checks.filter((check) => !check.kept).length;
  return [
    broken === 0
      ? colors.green(`${url} keeps the contract: ${checks.length} checks`)
      : colors.red(`${url} breaks the contract: ${broken} of ${checks.length} checks`),
    ...checks.flatMap(({ id, kept, found, wanted, fix }) =>
      kept
        ? [`  ${colors.green("ok")}      ${id}`]
        : [`  ${colors.red("broken")}  ${id}: ${found} -> ${wanted}`, `            fix  ${fix}`],
    ),
  ];
}
