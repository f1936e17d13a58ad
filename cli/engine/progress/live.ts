import type { EngineEvent } from "@pulumi/pulumi/automation";
import { createLogUpdate } from "log-update";
import { colorsFor } from "../../output";
import type { EngineRequest } from "../request";
import { frameOf } from "./frame";
import type { View, Watched } from "./view";
import { Waves } from "./waves";

/** Between two turns of the sign of what is worked on, in milliseconds. */
const TURN = 120;

/**
 * Shows on a terminal how far each wave is, below the lines that stay. The cursor is hidden meanwhile and comes back
 * at the end, also when a signal ends the program. A bundle of its own: nobody else loads what draws on terminals.
 */
export class LiveView implements View {
  private readonly waves: Waves;
  private readonly stream = process.stderr;
  private readonly draw = createLogUpdate(process.stderr);
  private readonly started = Date.now();
  private readonly timer: NodeJS.Timeout;
  private tick = 0;
  /** Resources that a preview has come past. */
  private readonly passed = new Set<string>();
  private columns = 0;

  constructor(
    private readonly request: Pick<EngineRequest, "command" | "plan">,
    private readonly what: Watched,
  ) {
    this.waves = new Waves(request.plan);
    this.timer = setInterval(() => {
      this.tick += 1;
      this.show();
    }, TURN).unref();
    this.show();
  }

  see(event: EngineEvent): void {
    const told = this.waves.see(event);
    if (event.resourcePreEvent !== undefined) this.passed.add(event.resourcePreEvent.metadata.urn);
    if (told?.what === "failed") this.line(`  failed ${told.op} ${told.name}`);
    this.show();
  }

  line(text: string): void {
    this.draw.clear();
    this.stream.write(`${text}\n`);
    this.show();
  }

  end(): void {
    clearInterval(this.timer);
    // What only looked leaves nothing behind.
    if (this.what === "changes") this.show();
    else this.draw.clear();
    this.draw.done();
  }

  private show(): void {
    const { columns, rows } = this.stream;
    // A terminal that was made smaller has broken the lines of the last frame, each in its own way. They stay, rather
    // than that something above them is wiped away.
    if (columns < this.columns) this.draw.done();
    const { command, plan } = this.request;
    const frame = frameOf(
      {
        title: `${command} of stack ${plan.stack}`,
        waves: this.what === "changes" ? this.waves.all : [],
        note: `looking what would change: ${this.passed.size} resources so far`,
        seconds: (Date.now() - this.started) / 1000,
        tick: this.tick,
      },
      { columns, rows, colors: colorsFor(this.stream), unicode: hasUnicode(process.env) },
    );
    this.columns = columns;
    this.draw(frame.join("\n"));
  }
}

/** As locales are looked up; the console of Linux knows few signs whatever they say. */
function hasUnicode(env: NodeJS.ProcessEnv): boolean {
  const named = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((value) => (value ?? "") !== "");
  return /utf-?8/i.test(named ?? "") && env["TERM"] !== "linux";
}
