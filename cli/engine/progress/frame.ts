import type pico from "picocolors";
import type { Wave } from "./waves";

/** What a frame is drawn for. */
export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  readonly colors: ReturnType<typeof pico.createColors>;
  /** False where the screen may have no more than ASCII. */
  readonly unicode: boolean;
}

export interface Shown {
  readonly title: string;
  /** Empty while nothing is made yet. */
  readonly waves: readonly Wave[];
  /** What is said where there are no waves. */
  readonly note: string;
  readonly seconds: number;
  /** Counts on with every frame. */
  readonly tick: number;
}

/** Wider lines are hard to read, and break where a window is made smaller. */
const WIDEST = 100;
const BAR = 16;
const SIGNS = {
  unicode: { spinner: [..."⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"], done: "✔", failed: "✖", full: "█", empty: "░" },
  ascii: { spinner: [..."-\\|/"], done: "*", failed: "x", full: "#", empty: "." },
};

/**
 * A line for each wave: its sign, how much of it is there, and what is worked on. Never wider than the screen, and
 * one row lower: what does not fit is told in one line.
 */
export function frameOf(shown: Shown, canvas: Canvas): string[] {
  const { title, waves, note, seconds, tick } = shown;
  const { colors, unicode, rows } = canvas;
  const signs = unicode ? SIGNS.unicode : SIGNS.ascii;
  const width = Math.max(1, Math.min(canvas.columns, WIDEST) - 1);
  const spinner = signs.spinner[tick % signs.spinner.length] ?? "";
  const time = timeOf(seconds);
  const head = colors.bold(fit(`${title}  ${time}`, width));
  if (waves.length === 0) return [head, `${spinner} ${fit(note, width - 2)}`].slice(0, Math.max(1, rows - 1));
  const numbers = Math.max(...waves.map(({ index }) => String(index).length));
  const counts = Math.max(...waves.map(({ members }) => String(members.size).length));
  const lines = waves.map((wave) => {
    const { index, members, working, done, failed } = wave;
    const share = members.size === 0 ? 1 : done.size / members.size;
    const full = Math.floor(share * BAR);
    const bar = signs.full.repeat(full) + signs.empty.repeat(BAR - full);
    const isDone = done.size >= members.size;
    const sign = failed.size > 0 ? signs.failed : isDone ? signs.done : working.size > 0 ? spinner : " ";
    const count = `${String(done.size).padStart(counts)} of ${String(members.size).padStart(counts)}`;
    const names = failed.size > 0 ? `failed: ${[...failed].join(", ")}` : namesOf([...working]);
    const text = fit(`wave ${String(index).padStart(numbers)}  ${bar}  ${count}  ${names}`, width - 2);
    const paint = failed.size > 0 ? colors.red : isDone ? colors.green : (line: string) => line;
    return { isDone: isDone && failed.size === 0, line: paint(`${sign} ${text}`) };
  });
  return [head, ...folded(lines, Math.max(1, rows - 2), signs.done, width)];
}

/** The waves that are done make room first, then the last ones. */
function folded(
  lines: readonly { readonly isDone: boolean; readonly line: string }[],
  room: number,
  sign: string,
  width: number,
): string[] {
  if (lines.length <= room) return lines.map(({ line }) => line);
  const open = lines.filter(({ isDone }) => !isDone);
  const count = lines.length - open.length;
  const first =
    count === 0 ? [] : [fit(`${sign} ${count === 1 ? "1 wave is" : `${count} waves are`} done`, width)];
  const left = Math.max(0, room - first.length);
  if (open.length <= left) return [...first, ...open.map(({ line }) => line)];
  const kept = open.slice(0, Math.max(0, left - 1)).map(({ line }) => line);
  return [...first, ...kept, fit(`  ${open.length - kept.length} more waves`, width)].slice(0, room);
}

/** Whoever works is told by name, as far as there is room. */
function namesOf(names: readonly string[]): string {
  const [first = "", second = "", ...others] = names;
  if (second === "") return first;
  return `${first}, ${second}${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

/** Names are plain letters: a character is a column. */
function fit(text: string, width: number): string {
  const flat = text.trimEnd();
  return flat.length <= width ? flat : flat.slice(0, Math.max(0, width));
}

function timeOf(seconds: number): string {
  const whole = Math.floor(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
