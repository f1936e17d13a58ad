import * as pulumi from "@pulumi/pulumi";

/** What the engine was asked to register, as it goes over the wire. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly parent: string;
  readonly protect: boolean;
  readonly dependencies: readonly string[];
  readonly aliases: readonly string[];
  readonly provider: string;
}

interface Request {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProtect(): boolean;
  getDependenciesList(): string[];
  getAliasesList(): { getSpec(): { getName(): string } | undefined; getUrn(): string }[];
  getProvider(): string;
  getObject(): { toJavaScript(): Record<string, unknown> };
}
interface OutputsRequest {
  getUrn(): string;
  getOutputs(): { toJavaScript(): Record<string, unknown> };
}
type Callback = (error: unknown, response?: { getUrn(): string }) => void;
interface Monitor {
  registerResource(request: Request, callback: Callback): void;
  registerResourceOutputs(request: OutputsRequest, callback: Callback): void;
}

/** The Pulumi runtime with mocks instead of an engine; records every request as the engine would get it. */
export class Recorder {
  readonly resources: Registered[] = [];
  readonly outputs = new Map<string, Record<string, unknown>>();

  /** Must be called before the program makes its first resource. @param preview false: as in an update */
  static async start(project: string, stack: string, preview = true): Promise<Recorder> {
    const recorder = new Recorder();
    await pulumi.runtime.setMocks(
      {
        newResource: ({ name, inputs }) => ({
          id: `${name}-id`,
          state: inputs as Record<string, unknown>,
        }),
        call: () => ({}),
      },
      project,
      stack,
      preview,
    );
    recorder.listen(pulumi.runtime.getMonitor() as unknown as Monitor);
    return recorder;
  }

  /** Runs a program and waits for all that it registered, also when it throws. */
  async run<T>(program: () => T): Promise<T> {
    // Pulumi keeps a stack trace of every promise, which jest maps to the sources: minutes for a fleet.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return program();
    } finally {
      // Exported, but not in the types.
      await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
      Error.stackTraceLimit = stackTraceLimit;
    }
  }

  private listen(monitor: Monitor): void {
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, callback) => {
      register(request, (error, response) => {
        this.resources.push({
          type: request.getType(),
          name: request.getName(),
          urn: response?.getUrn() ?? "",
          inputs: request.getObject().toJavaScript(),
          parent: request.getParent(),
          protect: request.getProtect(),
          dependencies: request.getDependenciesList(),
          aliases: request.getAliasesList().map((alias) => alias.getSpec()?.getName() ?? alias.getUrn()),
          provider: request.getProvider(),
        });
        callback(error, response);
      });
    };
    const outputs = monitor.registerResourceOutputs.bind(monitor);
    monitor.registerResourceOutputs = (request, callback) => {
      this.outputs.set(request.getUrn(), request.getOutputs().toJavaScript());
      outputs(request, callback);
    };
  }
}

/** `<type token>::<logical name>` of a URN, as `ResourceOptions.parent` has it. */
export function keyOf(urn: string): string {
  const [, , types = "", name = ""] = urn.split("::");
  return `${types.split("$").at(-1) ?? ""}::${name}`;
}
