import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { TODAY } from "../../cli/clock";
import { outcomeOf } from "../../cli/engine/events";
import { analyzerFolder } from "../../cli/engine/surroundings";
import { PULUMI } from "../../cli/engine/tools/known";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { openStack } from "../../cli/engine/workspace";
import type { OpenStack } from "../../cli/engine/workspace";
import { choosePlugins } from "../providers/choose";
import { declare } from "./declared";
import type { Declaration } from "./declared";
import { ROOT } from "./project";
import { PACK } from "./pulumi";
import type { Violation } from "./pulumi";

/** How many resources are worked on at once. */
const PARALLEL = 64;
/** How many previews run at once: each is a chain of processes that wait for each other. */
const AT_ONCE = 2;
const STACK_TRACES = Error.stackTraceLimit;

export interface Previewed {
  readonly violations: readonly Violation[];
  /** What the pack mended before it judged: rule and URN. */
  readonly mended: readonly { readonly rule: string; readonly urn: string }[];
  /** How many resources a summary counts; null when the engine did not come to its end. */
  readonly created: number | null;
}

interface RemediationEvent {
  readonly policyRemediationEvent?: { readonly policyName: string; readonly resourceUrn?: string };
}

/** Previews of a new stack by the real engine with the real pack: nothing is asked of a Docker Engine or a Consul. */
export class PolicedPreviews {
  private constructor(
    private readonly opened: OpenStack,
    private readonly folder: string,
  ) {}

  /**
   * @param stack names the tier too
   * @param today the day on which exemptions count
   */
  static async open(stack: string, today: string): Promise<PolicedPreviews> {
    const folder = mkdtempSync(join(tmpdir(), "fleet-previews-"));
    const home = join(folder, "home");
    mkdirSync(home);
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const pulumi = await obtainTool(PULUMI, { root: ROOT, say });
    // Official plugins would want a Docker Engine and refuse inputs that rules must be able to judge.
    const plugins = choosePlugins("stand-ins");
    const starter = analyzerFolder(ROOT, pulumi.path);
    say(`engine: pulumi ${pulumi.version} (${pulumi.from}); plugins: ${plugins.told}`);
    const opened = await openStack({
      ...{ project: "sutazai-fleet", stack, pulumi, home, program: () => Promise.resolve() },
      backend: `file://${join(folder, "state")}`,
      passphrase: "of a test",
      plugins: [...plugins.folders, ...(starter === null ? [] : [starter])],
      env: {
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_STACK: stack,
        SUTAZAI_FLEET_ROOT: ROOT,
        [TODAY]: today,
      },
    });
    return new PolicedPreviews(opened, folder);
  }

  /** Runs several at once, which is fine: a preview changes nothing. @returns one answer for each, in their order */
  async previewAll(stacks: readonly (readonly Declaration[])[], pack = PACK): Promise<Previewed[]> {
    const answers: Previewed[] = [];
    const waiting = [...stacks.entries()];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        answers[next[0]] = await this.preview(next[1], pack);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return answers;
  }

  /** @param pack the folder of the pack */
  async preview(declarations: readonly Declaration[], pack = PACK): Promise<Previewed> {
    const events: EngineEvent[] = [];
    const program = () => {
      declare(declarations);
      return Promise.resolve();
    };
    const policyPacks = [pack];
    let failure: unknown = null;
    // The SDK takes a stack trace for every output; nobody reads them here, and they cost half of the program's time.
    Error.stackTraceLimit = 0;
    await this.opened.stack
      .preview({ program, policyPacks, parallel: PARALLEL, onEvent: (event) => events.push(event) })
      .catch((error: unknown) => (failure = error));
    Error.stackTraceLimit = STACK_TRACES;
    const violations = events.flatMap(({ policyEvent }) =>
      policyEvent === undefined
        ? []
        : [
            {
              resourceUrn: policyEvent.resourceUrn ?? "",
              message: policyEvent.message.replaceAll(/<\{%.*?%\}>/g, "").trim(),
              policyName: policyEvent.policyName,
              enforcementLevel: policyEvent.enforcementLevel,
            },
          ],
    );
    // The SDK hands on what its types leave out.
    const mended = (events as readonly RemediationEvent[]).flatMap(({ policyRemediationEvent: event }) =>
      event === undefined ? [] : [{ rule: event.policyName, urn: event.resourceUrn ?? "" }],
    );
    const { errors, changes } = outcomeOf(events);
    // Violations fail a run too, with words of no use; everything else that is wrong is told.
    const others = errors.map((text) => text.trim()).filter((text) => text !== "preview failed");
    if (failure !== null && (violations.length === 0 || others.length > 0))
      throw new Error(others.join("\n"), { cause: failure });
    return { violations, mended, created: changes["create"] ?? null };
  }

  close(): void {
    this.opened.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
