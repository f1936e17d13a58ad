import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import * as pulumi from "@pulumi/pulumi";
import type { EngineEvent, Stack } from "@pulumi/pulumi/automation";
import type Docker from "dockerode";
import { Fleet } from "../../components/fleet";
import { providersOf } from "../../components/providers";
import { secretsNeeded } from "../../fleet/secrets/needed";
import { isStrict, levelOf } from "../../fleet/tier";
import { formatDay } from "../../fleet/units/day";
import { RULES } from "../../policies/rules";
import { TODAY } from "../clock";
import type { Finding } from "../../policies/finding";
import { mergeFindings } from "../../policies/merge";
import { backendOf } from "../drift/evidence";
import { EXIT } from "../exit-codes";
import { clearUnsaved } from "./clear-unsaved";
import { ConsulClient } from "./consul/client";
import { openRegistry, registryToken } from "./consul/registry";
import type { Registry } from "./consul/registry";
import { reviveRegistry } from "./consul/revive";
import { dockerHost, reachDocker } from "./docker-client";
import { EngineError } from "./engine-error";
import type { EngineErrorCode } from "./engine-error";
import { nameOf, outcomeOf } from "./events";
import { failureError, failureOf } from "./failures";
import { hideFromNowOn, withoutSecrets } from "./hidden";
import type { Outcome } from "./events";
import { RUN_MARK, endLeftovers } from "./leftovers";
import { policyPack } from "./policy-pack";
import type { PolicyPack } from "./policy-pack";
import { say, watched } from "./progress/open";
import type { Watched } from "./progress/view";
import { recover } from "./recover";
import type { EngineRequest, EngineResult, Violation } from "./request";
import { stackSecrets } from "./stack-secrets";
import {
  checkState,
  clearEngineLocks,
  ensureWritable,
  lockStack,
  passphraseIn,
  stateFolder,
} from "./state-folder";
import { toEngineStep } from "./steps";
import { ensureImages } from "./images";
import { ToldFindings } from "./told-findings";
import { PULUMI } from "./tools/known";
import { obtainTool } from "./tools/obtain";
import { noteFinished, noteUnfinished, readUnfinished, removeWorkFolders } from "./unfinished";
import type { Unfinished } from "./unfinished";
import { FirstRun } from "./unsaved";
import { openStack } from "./workspace";
import type { OpenStack } from "./workspace";

/**
 * Runs a command on the real engine. Never throws what belongs to the surroundings: that is in the result.
 *
 * @param seen is told what the engine's events say, also when the run failed
 */
export async function runEngine(
  request: EngineRequest,
  seen: (outcome: Outcome) => void = () => undefined,
): Promise<EngineResult> {
  const started = Date.now();
  const run = new Run(request);
  let error: EngineError | null = null;
  try {
    await withoutStacks(() => run.run());
  } catch (caught) {
    error = toEngineError(caught);
    const { code, found, wanted, fix } = error;
    const [message = ""] = error.message.split(": found ");
    say(`error  ${message} [${code}]\n  found   ${found}\n  wanted  ${wanted}\n  fix     ${fix}`);
  }
  const { outcome, violations } = run;
  seen(outcome);
  const seconds = (Date.now() - started) / 1000;
  for (const [name, from] of Object.entries(outcome.plugins)) say(`plugin ${name}: ${from}`);
  if (error === null) {
    const parts = Object.entries(outcome.changes).map(([op, count]) => `${count} ${WORDS[op] ?? op}`);
    say(`${request.command} of stack ${request.plan.stack}: ${parts.join(", ")} in ${seconds.toFixed(1)} s`);
  }
  const message = error?.message.split(": found ")[0] ?? "";
  return {
    schemaVersion: 1,
    command: request.command,
    stack: request.plan.stack,
    changes: outcome.changes,
    reached: "engine",
    steps: outcome.steps.filter(({ op }) => op !== "same").map((step) => toEngineStep(step, request.plan)),
    report: mergeFindings(request.report, run.findings),
    violations,
    plugins: outcome.plugins,
    seconds,
    error:
      error === null
        ? null
        : {
            code: error.code,
            message,
            found: withoutSecrets(error.found),
            wanted: error.wanted,
            fix: error.fix,
          },
    exitCode: exitOf(error),
  };
}

const WORDS: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
};

/** What only a run that has begun can end in. */
const DURING: ReadonlySet<EngineErrorCode> = new Set([
  ...(["policy-violated", "operation-failed", "cancelled"] as const),
  ...(["disk-full", "port-taken", "name-taken", "too-few-cores", "unhealthy"] as const),
]);

/** What Docker or the system said before the engine was asked, such as a full disk. @throws what is our own mistake */
function toEngineError(caught: unknown): EngineError {
  if (caught instanceof EngineError) return caught;
  const said = caught instanceof Error ? caught.message : String(caught);
  const known = failureOf(said);
  if (known.code === "operation-failed") throw caught;
  return failureError(known, said);
}

/** What the user can set right before anything ran is input; everything else is a failed run. */
function exitOf(error: EngineError | null): number {
  if (error === null) return EXIT.fine;
  if (error.code === "not-evaluated") return EXIT.notEvaluated;
  return DURING.has(error.code) ? EXIT.blocked : EXIT.input;
}

/** The engine could not open the stack: it says why in its own words, with its whole output around them. */
function unusable(backend: string, error: unknown): never {
  if (error instanceof EngineError) throw error;
  // A look at a stack that is not there yet is no failure of the place: who looks has an answer to that.
  if (error instanceof Error && error.name === "StackNotFoundError") throw error;
  const text = error instanceof Error ? error.message : String(error);
  const known = failureOf(text);
  if (known.code === "disk-full") throw failureError(known, `${backend}: ${text.trim()}`);
  const said = text.split("\n").filter((line) => line.includes("error:"));
  throw new EngineError(
    "backend-unusable",
    "the place of the state can't be used",
    `${backend}: ${said.length === 0 ? text.trim() : said.map((line) => line.trim()).join("; ")}`,
    "a backend of Pulumi that can be read and written",
    "Correct PULUMI_BACKEND_URL, or unset it: then the state is kept in your state folder.",
  );
}

/**
 * Pulumi's SDK notes the stack of every promise it makes, thousands of them, for the one that never settles. That is a
 * fifth of what a preview costs, so it is left to who looks for such a promise, with the SDK's own variable.
 */
async function withoutStacks<T>(run: () => Promise<T>): Promise<T> {
  const limit = Error.stackTraceLimit;
  if ((process.env["PULUMI_DEBUG_PROMISE_LEAKS"] ?? "") === "") Error.stackTraceLimit = 0;
  try {
    return await run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Where agents are registered, for people. */
function registryWords({ address, own }: Registry): string {
  return own === null ? address : `of the stack itself (${own.containerNames.join(", ")})`;
}

/** What an operation works with. */
interface Surroundings {
  readonly stack: Stack;
  readonly pack: PolicyPack;
  readonly docker: Docker;
  /** As in DOCKER_HOST. */
  readonly host: string;
  readonly registry: Registry;
  /** With the token of whoever registers. */
  readonly consul: ConsulClient;
  /** Null where the state is written at every step. */
  readonly first: FirstRun | null;
}

class Run {
  outcome: Outcome = outcomeOf([]);
  violations: readonly Violation[] = [];
  findings: readonly Finding[] = [];
  private readonly cancel = new AbortController();
  private interrupted = false;

  constructor(private readonly request: EngineRequest) {}

  async run(): Promise<void> {
    const { command, yes, plan, home, refresh } = this.request;
    if (command !== "preview" && !yes && process.stdin.isTTY !== true)
      throw new EngineError(
        "confirmation-needed",
        `${command} asks before it changes anything`,
        "nobody to ask: no terminal",
        "a yes",
        `Run it again with --yes.`,
      );
    const tier = this.request.stack.tier.name;
    if (this.request.skipPreview === true && isStrict(tier))
      throw new EngineError(
        "preview-needed",
        "this stack is not changed without a preview",
        `--skip-preview in tier ${tier}`,
        "a preview first: only there a rule that can't be evaluated stops the run before it changes anything",
        "Run it without --skip-preview.",
      );
    const folder = stateFolder();
    ensureWritable(folder);
    const tool = await obtainTool(PULUMI, { root: home, say });
    const host = dockerHost();
    const docker = await reachDocker(host);
    const passphrase = passphraseIn(folder, say);
    const backend = backendOf(process.env, folder);
    const key = `${plan.fleet}-${plan.stack}`;
    const release = lockStack(folder, key, say);
    const mark = join(folder, key);
    const told = new ToldFindings();
    let opened: OpenStack | null = null;
    let registry: Registry | null = null;
    const interrupt = (signal: NodeJS.Signals) => {
      if (!this.interrupted) say("stopping: what has begun is finished, and the state is saved ...");
      // A terminal tells the engine itself; told twice, it stops at once and leaves things half done.
      const told = signal === "SIGINT" && process.stdin.isTTY && !this.interrupted;
      this.interrupted = true;
      if (!told) this.cancel.abort();
    };
    process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
    try {
      await endLeftovers(mark, say);
      const secrets = stackSecrets(folder, plan.naming.scope, secretsNeeded(plan));
      hideFromNowOn(Object.values(secrets));
      if (backend.startsWith("file:///")) {
        const path = backend.slice("file://".length);
        clearEngineLocks(path, plan.fleet, plan.stack, say);
        checkState(path, plan.fleet, plan.stack);
      }
      registry = await openRegistry(docker, plan, say);
      const unsaved = FirstRun.of(backend, plan);
      const token = registryToken(plan, registry, secrets, "registration");
      const consul = new ConsulClient(registry.address, token);
      if (unsaved !== null)
        await clearUnsaved(unsaved, { command, docker, host, registry, consul, plan, say });
      const first = command === "up" && this.request.targets === undefined && unsaved?.isFirst === true;
      if (command === "up") await ensureImages(docker, this.request, say);
      const pack = policyPack(home, tool.path);
      say(`engine: pulumi ${tool.version} (${tool.from}); docker ${host}; consul ${registryWords(registry)}`);
      opened = await openStack({
        ...{ pulumi: tool, project: plan.fleet, stack: plan.stack, backend, passphrase },
        program: () => {
          const args = { plan, secrets };
          // The token of the stack is for its own Consul, and nobody else's.
          const own = registry?.own === null ? undefined : args;
          const providers = providersOf(new pulumi.Config("sutazai-fleet"), own);
          new Fleet(plan.fleet, args, { providers });
          return Promise.resolve();
        },
        plugins: pack.starters,
        mustExist: this.request.look === true,
        home: process.env["PULUMI_HOME"] ?? join(homedir(), ".pulumi"),
        env: {
          DOCKER_HOST: host,
          CONSUL_HTTP_ADDR: registry.address,
          SUTAZAI_FLEET_ROOT: this.request.root,
          [TODAY]: formatDay(this.request.today),
          ...told.env,
          ...pack.env,
          PULUMI_STACK: plan.stack,
          [RUN_MARK]: mark,
          ...(first ? { PULUMI_SKIP_CHECKPOINTS: "true" } : {}),
        },
      }).catch((error: unknown) => unusable(backend, error));
      const { stack } = opened;
      const surroundings = { stack, pack, docker, host, registry, consul, first: first ? unsaved : null };
      if (command === "preview") await this.operate(surroundings, refresh);
      else {
        const left = readUnfinished(folder, key);
        noteUnfinished(folder, key, { docker: host, folder: opened.stack.workspace.workDir });
        const cutOff = left !== null && (await this.recovered(opened, tool.path, docker, host, left));
        await this.operate(surroundings, refresh || cutOff);
        noteFinished(folder, key);
      }
    } finally {
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      opened?.close();
      this.findings = told.read();
      told.remove();
      await registry?.close();
      await endLeftovers(mark, () => undefined);
      release();
    }
  }

  /** Clears what was left on the same Docker Engine. */
  private async recovered(
    { stack }: OpenStack,
    pulumi: string,
    docker: Docker,
    host: string,
    left: Unfinished,
  ): Promise<boolean> {
    removeWorkFolders(left);
    // What stands on another Docker Engine can't be seen from here: nothing there is touched.
    const since = left.docker === host ? new Date(left.since) : new Date();
    return recover(stack, pulumi, docker, this.request.plan, since, say);
  }

  private async operate(surroundings: Surroundings, refresh: boolean): Promise<void> {
    const { stack, pack, docker, host, registry, consul, first } = surroundings;
    const { command, parallel, yes } = this.request;
    const { signal } = this.cancel;
    const { targets } = this.request;
    // The check has judged the whole plan. Of a part of it the pack would see the rest as the state has it, without
    // what is about to be made again, and block on that.
    const only =
      targets === undefined ? { policyPacks: [pack.folder] } : { target: targets.map((end) => `**${end}`) };
    const policed = { parallel, refresh, signal, ...only };
    // A preview without --refresh asks nothing of Consul, and before the first run nothing is registered there.
    if ((command !== "preview" || refresh) && first === null) {
      const allowed = () => Promise.resolve(command !== "preview" && (yes || this.asked()));
      await reviveRegistry(stack, registry, allowed, parallel, say);
    }
    if (this.request.look === true) {
      await this.watch(docker, "looks", (onEvent) =>
        stack.preview({ parallel, refresh: true, signal, onEvent }),
      );
      return;
    }
    if (command !== "destroy" && this.request.skipPreview !== true) {
      await this.watch(docker, "looks", (onEvent) => stack.preview({ ...policed, onEvent }));
      const strict = isStrict(this.request.stack.tier.name);
      const open = this.violations.find(
        ({ rule, message }) => message.includes("  not evaluated  ") && this.levelOf(rule) === "mandatory",
      );
      if (strict && open !== undefined)
        throw new EngineError(
          "not-evaluated",
          "a mandatory rule could not be evaluated",
          open.rule,
          "every mandatory rule evaluated",
          "Make the value known before the run; nothing was touched.",
        );
    }
    if (command === "preview") return;
    if (!yes && !(await this.asked())) {
      throw new EngineError("cancelled", "nothing was changed", "no yes", "a yes", "Run it again.");
    }
    if (command === "up") {
      await first?.begin(docker, host, registry, consul);
      let succeeded = false;
      try {
        await this.watch(docker, "changes", (onEvent) => stack.up({ ...policed, onEvent }));
        succeeded = true;
      } finally {
        first?.settle({ succeeded });
      }
    } else {
      await this.watch(docker, "changes", (onEvent) => stack.destroy({ parallel, refresh, signal, onEvent }));
      await stack.workspace.removeStack(this.request.plan.stack);
    }
  }

  private levelOf(id: string): string | null {
    const rule = RULES.find((known) => known.id === id);
    return rule === undefined ? null : levelOf(this.request.stack.tier, rule);
  }

  private async asked(): Promise<boolean> {
    const { command, plan } = this.request;
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      const { signal } = this.cancel;
      return (await terminal.question(`${command} stack ${plan.stack}? (yes/no) `, { signal })) === "yes";
    } catch {
      return false;
    } finally {
      terminal.close();
    }
  }

  /** Runs an operation; violations, cancelling and other failures each end in an error of their own. */
  private async watch(
    docker: Docker,
    what: Watched,
    operation: (onEvent: (event: EngineEvent) => void) => Promise<unknown>,
  ): Promise<void> {
    const events: EngineEvent[] = [];
    const failed: string[] = [];
    try {
      await watched(this.request, what, (see) =>
        operation((event) => {
          events.push(event);
          if (event.resOpFailedEvent !== undefined) failed.push(event.resOpFailedEvent.metadata.urn);
          see(event);
        }),
      );
    } catch (error) {
      this.note(events);
      await this.explain(docker, failed, error);
    }
    this.note(events);
  }

  private note(events: readonly EngineEvent[]): void {
    const outcome = outcomeOf(events);
    const official = Object.fromEntries(["docker", "consul"].map((name) => [name, "official"]));
    this.outcome = { ...outcome, plugins: { ...official, ...outcome.plugins } };
    const seen = new Map<string, Violation>();
    for (const { policyEvent } of events) {
      if (policyEvent === undefined) continue;
      const { policyName: rule, enforcementLevel: level } = policyEvent;
      const message = policyEvent.message.replaceAll(/<\{%.*?%\}>/g, "").trim();
      seen.set(`${rule} ${message}`, { rule, level, message });
    }
    this.violations = [...seen.values()];
  }

  private async explain(docker: Docker, failed: readonly string[], error: unknown): Promise<never> {
    if (this.interrupted)
      throw new EngineError(
        "cancelled",
        "the run was cancelled, and the state is saved",
        "an interrupt",
        "a run to its end",
        "Run the same command again: it goes on from there.",
      );
    const blocking = this.violations.filter(({ level }) => level === "mandatory");
    if (blocking.length > 0) {
      for (const { message } of blocking) say(message);
      throw new EngineError(
        "policy-violated",
        "the engine's policies block it",
        [...new Set(blocking.map(({ rule }) => rule))].join(", "),
        "no blocking finding",
        "Do what each finding says; nothing was touched that was not there before.",
      );
    }
    for (const urn of failed) {
      const health = await lastHealth(docker, this.containerOf(nameOf(urn)));
      if (health !== null) say(`${nameOf(urn)} is not healthy: ${health}`);
    }
    const said = error instanceof Error ? error.message : String(error);
    const told = this.outcome.errors
      .join("\n")
      .replaceAll(/<\{%.*?%\}>/g, "")
      .trim();
    throw failureError(failureOf(`${told}\n${said}`), told === "" ? said : told);
  }

  private containerOf(name: string): string {
    const { plan } = this.request;
    return plan.agents.find((agent) => agent.name === name)?.containerName ?? `${plan.naming.scope}-${name}`;
  }
}

/** The last line of a container's health log, or null. */
async function lastHealth(docker: Docker, container: string): Promise<string | null> {
  try {
    const { State } = await docker.getContainer(container).inspect();
    const last = State.Health?.Log.at(-1);
    return last === undefined
      ? null
      : `${last.Output.trim().split("\n").at(-1) ?? ""} (exit ${last.ExitCode})`;
  } catch {
    return null;
  }
}
