import { createInterface } from "node:readline/promises";
import type Docker from "dockerode";
import { dockerClient, dockerHost } from "../engine/docker-client";
import { EngineError } from "../engine/engine-error";
import { EXIT } from "../exit-codes";
import { colorsFor } from "../output";
import { printDrift } from "../reporters/drift";
import { ConsulClient } from "./live/consul-client";
import { lookLive } from "./live/look";
import type { LiveLook } from "./live/look";
import type { DriftReport, WitnessRun } from "./model";
import { driftReport } from "./report";
import type { DriftRequest } from "./request";
import { revert } from "./revert/run";

/** Everything for people goes to stderr: stdout is for data. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Looks, and mends when asked to. Never throws what belongs to the surroundings. @returns the exit code */
export async function runDrift(request: DriftRequest): Promise<number> {
  try {
    return await look(request);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { code, found, wanted, fix } = error;
    const [message = ""] = error.message.split(": found ");
    say(`error  ${message} [${code}]\n  found   ${found}\n  wanted  ${wanted}\n  fix     ${fix}`);
    return error.code === "cancelled" ? EXIT.blocked : EXIT.input;
  }
}

async function look(request: DriftRequest): Promise<number> {
  const { fix, yes, checked } = request;
  if (fix !== null && !yes && process.stdin.isTTY !== true)
    throw new EngineError(
      "confirmation-needed",
      "a fix asks before it changes anything",
      "nobody to ask: no terminal",
      "a yes",
      "Run it again with --yes.",
    );
  const docker = dockerClient(dockerHost());
  const said = process.env["CONSUL_HTTP_ADDR"] ?? "";
  const consul = new ConsulClient(said === "" ? "127.0.0.1:8500" : said);
  const seen = await witness(request, docker, consul);
  print(request, seen.report);
  if (fix === null || seen.report.summary.verdict !== "drift") return exitOf(seen.report);
  const asked = () => (yes ? Promise.resolve(true) : ask(`revert stack ${checked.plan.stack}? (yes/no) `));
  const mended = await revert({ request, docker, consul, ...seen, say, asked });
  if (!mended.changed) return exitOf(seen.report);
  say("looking again ...");
  const after = await witness(request, docker, consul);
  print(request, after.report);
  return mended.failed ? EXIT.blocked : exitOf(after.report);
}

/** Asks every witness and joins what they saw. */
async function witness(
  { checked }: DriftRequest,
  docker: Docker,
  consul: ConsulClient,
): Promise<{ readonly report: DriftReport; readonly live: LiveLook }> {
  const started = performance.now();
  const live = await reached(lookLive(docker, consul, checked.plan, checked.resources));
  const seconds = (performance.now() - started) / 1000;
  const witnesses: WitnessRun[] = [{ witness: "live", ran: true, seconds, why: "" }];
  const { differences, notLooked, looked } = live;
  const at = new Date().toISOString();
  return { live, report: driftReport(checked.plan, at, { witnesses, differences, notLooked, looked }) };
}

/** A Docker that can't be asked is told like everywhere. */
async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    // What Docker or the way to it says; everything else is our own mistake.
    const said = error as { readonly code?: string; readonly statusCode?: number };
    if (error instanceof EngineError || (said.code === undefined && said.statusCode === undefined))
      throw error;
    throw new EngineError(
      "docker-unreachable",
      "Docker could not be asked",
      `${dockerHost()}: ${error instanceof Error ? error.message : String(error)}`,
      "a running Docker Engine",
      "Start Docker, or set DOCKER_HOST to where it listens.",
    );
  }
}

function print({ format }: DriftRequest, report: DriftReport): void {
  process.stdout.write(printDrift(report, format, colorsFor(process.stdout)));
}

function exitOf({ summary }: DriftReport): number {
  if (summary.verdict === "drift") return EXIT.drift;
  return summary.verdict === "clean" ? EXIT.fine : EXIT.notEvaluated;
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)) === "yes";
  } finally {
    terminal.close();
  }
}
