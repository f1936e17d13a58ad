import { say } from "./progress/open";

/**
 * Ctrl-C and SIGTERM while the engine works: the first stops it after what has begun, the second at once.
 */
export class Interruption {
  private readonly cancel = new AbortController();
  private happened = false;

  /** What operations of the engine are given, to be cancelled by. */
  get signal(): AbortSignal {
    return this.cancel.signal;
  }

  /** Somebody asked to stop. */
  get asked(): boolean {
    return this.happened;
  }

  /** @returns ends the listening */
  listen(): () => void {
    const interrupt = (signal: NodeJS.Signals) => {
      if (!this.happened) say("stopping: what has begun is finished, and the state is saved ...");
      // A terminal tells the engine itself; told twice, it stops at once and leaves things half done.
      const told = signal === "SIGINT" && process.stdin.isTTY && !this.happened;
      this.happened = true;
      if (!told) this.cancel.abort();
    };
    process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
    return () => {
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    };
  }
}
