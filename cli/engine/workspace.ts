import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { LocalWorkspace } from "@pulumi/pulumi/automation";
import type { PulumiFn, Stack } from "@pulumi/pulumi/automation";
import { commandOf } from "./known-command";
import type { Obtained } from "./tools/obtain";

/** How the name of a work folder begins. */
export const WORK_FOLDER = "sutazai-fleet-";

export interface StackSettings {
  /** The engine to run. */
  readonly pulumi: Obtained;
  readonly project: string;
  readonly stack: string;
  /** Declares the resources, in this process. */
  readonly program: PulumiFn;
  /** Where the state is kept, such as `file:///home/me/state`. */
  readonly backend: string;
  /** Encrypts secrets in the state of a self-managed backend. */
  readonly passphrase: string;
  /** Folders with plugins of one's own, looked at before PATH. @default none */
  readonly plugins?: readonly string[];
  /** Pulumi's own folder. @default the user's */
  readonly home?: string;
  /** Fail when the stack is not there, instead of making it. @default false */
  readonly mustExist?: boolean;
  /** More environment for the engine and its plugins. @default none */
  readonly env?: Readonly<Record<string, string>>;
}

/** A stack that can be worked on, until it is closed. */
export interface OpenStack {
  readonly stack: Stack;
  /** Removes the work folder; the state stays. */
  close(): void;
}

/**
 * Opens a stack, and makes it when it is new. The engine gets a work folder of its own: it writes a salt into the
 * stack's file and rewrites Pulumi.yaml, which must not happen to the project's.
 */
export async function openStack(settings: StackSettings): Promise<OpenStack> {
  const { pulumi, project, stack, program, backend, passphrase } = settings;
  const workDir = mkdtempSync(join(tmpdir(), WORK_FOLDER));
  const close = () => {
    rmSync(workDir, { recursive: true, force: true });
  };
  const { plugins = [], home, env = {} } = settings;
  if (backend.startsWith("file:///")) mkdirSync(backend.slice("file://".length), { recursive: true });
  const presence = presenceOf(backend, project, stack);
  try {
    const workspace = {
      workDir,
      pulumiCommand: commandOf(pulumi, presence === "there"),
      envVars: {
        ...env,
        PULUMI_BACKEND_URL: backend,
        PULUMI_CONFIG_PASSPHRASE: passphrase,
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PATH: [...plugins, process.env["PATH"] ?? ""].join(delimiter),
      },
      ...(home === undefined ? {} : { pulumiHome: home }),
    };
    const open =
      settings.mustExist === true
        ? "selectStack"
        : presence === "new"
          ? "createStack"
          : "createOrSelectStack";
    const opened = await LocalWorkspace[open]({ stackName: stack, projectName: project, program }, workspace);
    return { stack: withoutQuestions(opened), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Whether a stack is there, where that can be seen without a start of the engine that would only ask. */
function presenceOf(backend: string, project: string, stack: string): "there" | "new" | "unknown" {
  if (!backend.startsWith("file:///")) return "unknown";
  const stacks = join(backend.slice("file://".length), ".pulumi", "stacks");
  const has = (name: string) =>
    ["json", "json.gz"].some((ending) => existsSync(join(stacks, `${name}.${ending}`)));
  if (has(join(project, stack))) return "there";
  // Directly in it they were before there were projects.
  return has(stack) ? "unknown" : "new";
}

/**
 * After each operation the Automation API starts the engine up to three times more, to ask for outputs and history. What
 * happened is known from its events, so nobody reads these here; on a small fleet they take a second.
 */
function withoutQuestions(stack: Stack): Stack {
  stack.outputs = () => Promise.resolve({});
  stack.info = () => Promise.resolve(undefined);
  return stack;
}
