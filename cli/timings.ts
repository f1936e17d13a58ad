/** What one step of a run took. */
export interface Step {
  readonly name: string;
  /** Wall clock, in milliseconds. */
  readonly wall: number;
  /** CPU of all threads, in milliseconds: garbage collection and compilation count. */
  readonly cpu: number;
}

/** Measures the steps of a run, one after the other. The first, `start`, is all that came before. */
export class Timings {
  private readonly done: Step[] = [{ name: "start", wall: wallNow(), cpu: cpuNow() }];

  /** Runs a step and notes what it took. */
  step<T>(name: string, run: () => T): T {
    const [wall, cpu] = [wallNow(), cpuNow()];
    const result = run();
    this.done.push({ name, wall: wallNow() - wall, cpu: cpuNow() - cpu });
    return result;
  }

  /** One line a step, then the most memory that was held. */
  text(): string {
    const lines = this.done.map(
      ({ name, wall, cpu }) =>
        `timing  ${name.padEnd(10)}${wall.toFixed(1).padStart(9)} ms${cpu.toFixed(1).padStart(9)} ms CPU`,
    );
    const peak = process.resourceUsage().maxRSS / 1024;
    return `${lines.join("\n")}\ntiming  peak memory ${peak.toFixed(0)} MiB\n`;
  }
}

/** Since the process started. `performance` says the same, and takes milliseconds to load. */
function wallNow(): number {
  return process.uptime() * 1000;
}

function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
