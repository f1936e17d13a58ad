import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./project";
import { until } from "./until";

/** The reference agent as it ships, in a process of its own. */
export class AgentProcess {
  private output = "";
  /** What it ended with: an exit code or the name of a signal. */
  readonly ended: Promise<number | string>;
  private end: number | string | null = null;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (text) => (this.output += String(text)));
    this.ended = new Promise((resolve) => {
      // Not `exit`: then the last of its log may still be on its way.
      child.once("close", (code, signal) => {
        this.end = code ?? signal ?? "";
        resolve(this.end);
      });
    });
  }

  static spawn(env: Readonly<Record<string, string>>): AgentProcess {
    const child = spawn(process.execPath, [join(ROOT, "dist", "agent.cjs")], {
      env: { PORT: "0", FLEET_LINGER_SECONDS: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return new AgentProcess(child);
  }

  /** One that is ready. */
  static async ready(env: Readonly<Record<string, string>>): Promise<AgentProcess> {
    const agent = AgentProcess.spawn(env);
    await agent.untilReady();
    return agent;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get running(): boolean {
    return this.end === null;
  }

  /** Its lines of log. */
  get log(): string {
    return this.output;
  }

  async untilReady(): Promise<void> {
    await until("the agent to be ready", async () => (await this.status("/readyz")) === 200, 60_000);
  }

  /** Where it listens; "" while it does not. */
  get url(): string {
    const port = /"message":"listens".*"port":(\d+)/.exec(this.output)?.[1];
    return port === undefined ? "" : `http://127.0.0.1:${port}`;
  }

  /** The answer to a GET, or null while nobody listens. */
  async get(path: string): Promise<Response | null> {
    if (this.end !== null) throw new Error(`the agent ended with ${this.end}:\n${this.output}`);
    return this.url === "" ? null : fetch(`${this.url}${path}`).catch(() => null);
  }

  async status(path: string): Promise<number | null> {
    const response = await this.get(path);
    await response?.arrayBuffer();
    return response?.status ?? null;
  }

  async ask(
    body: string,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
    const response = await fetch(`${this.url}/v1/tasks`, { method: "POST", body });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** The value of a series, as it is written in a scrape. */
  async metric(series: string): Promise<number> {
    const text = (await (await this.get("/metrics"))?.text()) ?? "";
    const line = text.split("\n").find((candidate) => candidate.startsWith(`${series} `));
    return line === undefined ? NaN : Number(line.slice(series.length + 1));
  }

  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<number | string> {
    if (this.end === null) this.child.kill(signal);
    return this.ended;
  }
}
