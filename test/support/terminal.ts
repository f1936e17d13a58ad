import { execFileSync, spawn } from "node:child_process";
import { Terminal as Emulator } from "@xterm/headless";
import { until } from "./until";

const HIDE = "\u001B[?25l";
const SHOW = "\u001B[?25h";

/** A program on a real pseudo-terminal, and what a person sees on it. */
export class Terminal {
  private raw = "";
  private readonly emulator: Emulator;
  readonly ended: Promise<number | null>;
  private readonly child;

  /**
   * @param command for the shell
   * @param env all of it
   */
  constructor(command: string, env: NodeJS.ProcessEnv, columns = 100, rows = 30) {
    this.emulator = new Emulator({ cols: columns, rows, scrollback: 5_000, allowProposedApi: true });
    const sized = `stty cols ${columns} rows ${rows}; tty; exec ${command}`;
    // Its own input must stay open: the end of it would be one of the terminal.
    this.child = spawn("script", ["-qfec", sized, "/dev/null"], {
      env: { ...env, SHELL: "/bin/sh", TERM: "xterm-256color", LC_ALL: "C.UTF-8" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.child.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.raw += text;
      this.emulator.write(text);
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.once("error", reject).once("close", resolve);
    });
  }

  /** What a key sends: `\x03` for Ctrl-C. */
  press(key: string): void {
    this.child.stdin.write(key);
  }

  /** Waits until something was printed, also when it is gone from the screen. */
  async printed(what: RegExp, within = 120_000): Promise<void> {
    await until(`${String(what)} on the terminal`, () => Promise.resolve(what.test(this.raw)), within);
  }

  /** Makes the window smaller or larger, as a person does: the program is told by a signal. */
  resize(columns: number): void {
    const [tty = ""] = /\/dev\/pts\/\d+/.exec(this.raw) ?? [];
    this.emulator.resize(columns, this.emulator.rows);
    execFileSync("stty", ["-F", tty, "cols", String(columns)]);
  }

  /** Every line on the screen and above it, without those that are empty. */
  async lines(): Promise<string[]> {
    await new Promise<void>((resolve) => {
      this.emulator.write("", resolve);
    });
    const { active } = this.emulator.buffer;
    const all = Array.from({ length: active.length }, (_, row) => active.getLine(row));
    return all.map((line) => line?.translateToString(true) ?? "").filter((line) => line.trim() !== "");
  }

  get cursorIsShown(): boolean {
    return this.raw.lastIndexOf(SHOW) >= this.raw.lastIndexOf(HIDE);
  }

  /** Whether it was ever hidden: what was drawn on a screen hides it. */
  get wasDrawnOn(): boolean {
    return this.raw.includes(HIDE);
  }
}
