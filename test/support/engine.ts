import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deployment, EngineEvent, PulumiFn, Stack } from "@pulumi/pulumi/automation";
import { outcomeOf } from "../../cli/engine/events";
import type { Outcome } from "../../cli/engine/events";
import { PULUMI } from "../../cli/engine/tools/known";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { openStack } from "../../cli/engine/workspace";
import { choosePlugins } from "../providers/choose";
import { ROOT } from "./project";

/** How many resources are worked on at once; the engine's own choice is slower. */
const PARALLEL = 64;

/** The real engine on a stack of the suite's own, with its state in a folder that goes when the suite is done. */
export class TestEngine {
  private constructor(
    readonly stack: Stack,
    /** Where the state is, for suites that damage it. */
    readonly stateFolder: string,
    private readonly closeAll: () => void,
  ) {}

  static async open(settings: {
    readonly project: string;
    readonly stack: string;
    readonly program: PulumiFn;
    readonly env: Readonly<Record<string, string>>;
    /** @default the official plugins where they can be had */
    readonly plugins?: "stand-ins";
  }): Promise<TestEngine> {
    const folder = mkdtempSync(join(tmpdir(), "fleet-engine-"));
    const home = join(folder, "home");
    mkdirSync(home);
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const pulumi = await obtainTool(PULUMI, { root: ROOT, say });
    const plugins = choosePlugins(settings.plugins);
    say(`engine: pulumi ${pulumi.version} (${pulumi.from}); plugins: ${plugins.told}`);
    const { project, stack, program } = settings;
    const opened = await openStack({
      ...{ project, stack, program, pulumi },
      backend: `file://${join(folder, "state")}`,
      passphrase: "of a test",
      plugins: plugins.folders,
      home,
      env: { ...settings.env, PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true" },
    });
    return new TestEngine(opened.stack, join(folder, "state"), () => {
      opened.close();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  up(options: { readonly refresh?: boolean } = {}): Promise<Outcome> {
    return this.watch((onEvent) => this.stack.up({ ...options, onEvent, parallel: PARALLEL }));
  }

  preview(options: { readonly refresh?: boolean } = {}): Promise<Outcome> {
    return this.watch((onEvent) => this.stack.preview({ ...options, onEvent, parallel: PARALLEL }));
  }

  refresh(): Promise<Outcome> {
    return this.watch((onEvent) => this.stack.refresh({ onEvent, parallel: PARALLEL }));
  }

  destroy(): Promise<Outcome> {
    return this.watch((onEvent) => this.stack.destroy({ onEvent, parallel: PARALLEL }));
  }

  state(): Promise<Deployment> {
    return this.stack.exportStack();
  }

  close(): void {
    this.closeAll();
  }

  /** Runs an operation; when it fails, the error carries what the engine said. */
  private async watch(
    operation: (onEvent: (event: EngineEvent) => void) => Promise<unknown>,
  ): Promise<Outcome> {
    const events: EngineEvent[] = [];
    // As the command line does it: the SDK takes a trace for every output, which costs most of a program's time.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      await operation((event) => events.push(event));
    } catch (error) {
      Error.stackTraceLimit = stackTraceLimit;
      throw new OperationFailed(outcomeOf(events), error);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
    return outcomeOf(events);
  }
}

export class OperationFailed extends Error {
  constructor(
    readonly outcome: Outcome,
    cause: unknown,
  ) {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(outcome.errors.length > 0 ? outcome.errors.join("\n") : said, { cause });
    this.name = "OperationFailed";
  }
}
