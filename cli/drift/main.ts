import { createInterface } from "node:readline/promises";
import type Docker from "dockerode";
import { openRegistry, registryToken } from "../engine/consul/registry";
import { dockerClient, dockerHost, dockerUnreachable } from "../engine/docker-client";
import { EngineError, engineErrorText } from "../engine/engine-error";
import { knownSecrets } from "../engine/stack-secrets";
import { stateFolder } from "../engine/state-folder";
import type { RegistryPurpose } from "../../fleet/registry/purposes";
import { tokenName } from "../../fleet/secrets/registry";
import { EXIT } from "../exit-codes";
import { colorsFor } from "../output";
import { printDrift } from "../reporters/drift";
import { headlineOf } from "../reporters/drift-lines";
import { runAdopt } from "./adopt/run";
import { comparedResources } from "./compared";
import { beforeDeployment, lookByEngine } from "./engine-look";
import { exemptDrift } from "./exempt";
import { filterDrift } from "./filter";
import { ConsulClient } from "../engine/consul/client";
import { pendingAccess } from "./live/access";
import type { AccessWitness } from "./live/access";
import { lookLive } from "./live/look";
import type { LiveLook } from "./live/look";
import { joinDifferences } from "./model";
import type { DriftReport } from "./model";
import { driftReport } from "./report";
import { keepReport } from "./report-file";
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
    say(engineErrorText(error));
    return error.code === "cancelled" ? EXIT.blocked : EXIT.input;
  }
}

async function look(request: DriftRequest): Promise<number> {
  const { fix, yes, checked } = request;
  if (fix === "revert" && !yes && process.stdin.isTTY !== true)
    throw new EngineError(
      "confirmation-needed",
      "a fix asks before it changes anything",
      "nobody to ask: no terminal",
      "a yes",
      "Run it again with --yes.",
    );
  const docker = dockerClient(dockerHost());
  const registry = await reached(openRegistry(docker, checked.plan, say));
  try {
    const secrets = knownSecrets(stateFolder(), checked.plan.naming.scope);
    const client = (purpose: RegistryPurpose) =>
      new ConsulClient(registry.address, registryToken(checked.plan, registry, secrets, purpose));
    const consul = client("look");
    const known = secrets[tokenName("management")];
    // Another Consul has an owner of its own, who keeps who may do what.
    const access: AccessWitness | null =
      registry.own === null
        ? null
        : {
            consul,
            secrets,
            management: known === undefined ? null : new ConsulClient(registry.address, known),
          };
    const look = () => witness(request, docker, consul, access);
    const seen = wanted(request, await look());
    if (fix === "adopt") return adopted(request, seen.report);
    print(request, seen.report);
    if (fix === null || seen.report.summary.verdict !== "drift") return exitOf(seen.report);
    const asked = () => (yes ? Promise.resolve(true) : ask(`revert stack ${checked.plan.stack}? (yes/no) `));
    const mended = await revert({ request, docker, consul: client("registration"), ...seen, say, asked });
    if (!mended.changed) return exitOf(seen.report);
    say("looking again ...");
    const after = wanted(request, await look());
    print(request, after.report);
    return mended.failed ? EXIT.blocked : exitOf(after.report);
  } finally {
    await registry.close();
  }
}

interface Seen {
  readonly report: DriftReport;
  readonly live: LiveLook;
}

/** What was seen of the wanted agents. The report that is kept for `fleet up` is of all. */
function wanted(request: DriftRequest, { report, live }: Seen): Seen {
  return { live, report: filterDrift(report, request, request.checked.catalog) };
}

/** The patch is what goes to stdout; the report is kept, and told in short. */
function adopted(request: DriftRequest, report: DriftReport): number {
  say(headlineOf(report));
  return runAdopt(request, report, say) ? EXIT.fine : exitOf(report);
}

/** Asks every witness, joins what they saw, and keeps it for `fleet up`. */
async function witness(
  request: DriftRequest,
  docker: Docker,
  consul: ConsulClient,
  access: AccessWitness | null,
): Promise<Seen> {
  const { checked } = request;
  const started = performance.now();
  const { plan } = checked;
  const secrets = knownSecrets(stateFolder(), plan.naming.scope);
  const resources = comparedResources(plan, checked.resources, secrets);
  const live = await reached(lookLive(docker, consul, plan, resources, access));
  const seconds = (performance.now() - started) / 1000;
  const engine = await lookByEngine(request);
  const joined = joinDifferences(
    engine.deployed ? live.differences : beforeDeployment(live.differences),
    engine.differences,
  );
  const report = driftReport(checked.plan, new Date().toISOString(), {
    witnesses: [{ witness: "live", ran: true, seconds, why: "" }, engine.run],
    differences: exemptDrift(pendingAccess(plan, joined), checked.exceptions),
    notLooked: [...live.notLooked, ...engine.notLooked],
    looked: live.looked,
  });
  try {
    keepReport(stateFolder(), report);
  } catch (error) {
    say(`the report could not be kept: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { live, report };
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
    throw dockerUnreachable(dockerHost(), error);
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
