import type { Json, PathStep } from "../source/json";

/** How a value is called in a message: `memory of agent planner`, `sizing.memory.start`. */
export function nameOf(path: readonly PathStep[], root: unknown, file: string): string {
  const [list, entry, ...rest] = path;
  if (list === undefined) return file;
  if (entry === undefined) return String(list);
  const owner = OWNERS[String(list)];
  if (owner === undefined) return dotted(path);
  const subject =
    typeof entry === "number" ? (nameAt(root, list, entry) ?? `number ${entry + 1}`) : String(entry);
  return rest.length === 0 ? `${owner} ${subject}` : `${dotted(rest)} of ${owner} ${subject}`;
}

/** Lists and mappings whose entries people call by their names. */
const OWNERS: Readonly<Record<string, string>> = {
  agents: "agent",
  services: "service",
  groups: "group",
  images: "image",
  tiers: "tier",
  pools: "pool",
  runtimes: "runtime",
  milestones: "milestone",
};

function nameAt(root: unknown, list: PathStep, index: number): string | null {
  const items = (root as Record<PathStep, unknown> | null)?.[list];
  const item: unknown = Array.isArray(items) ? items[index] : null;
  const name: unknown = (item as { name?: unknown } | null | undefined)?.name;
  return typeof name === "string" && name !== "" ? short(name) : null;
}

function dotted(path: readonly PathStep[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? short(step) : `.${short(step)}`;
  }
  return text;
}

/** What kind of thing stands there. */
export function describe(value: Json | undefined): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number" && !Number.isFinite(value)) return "no finite number";
  return typeof value === "object" ? "a mapping" : typeof value === "string" ? "a text" : `a ${typeof value}`;
}

const INVISIBLE = /^[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+$/;

/** The value as it is written, shortened. */
export function show(value: Json | undefined): string {
  if (value === undefined || value === null) return "nothing";
  if (value === "") return "an empty text";
  if (typeof value === "string" && INVISIBLE.test(value)) return "a text of nothing but spaces";
  if (typeof value === "number") return numberText(value);
  return short(typeof value === "string" ? value : JSON.stringify(value));
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  return String(value);
}

export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Where the number is clear and only the unit is wrong, the fix is the text to write. */
export function fixFor(value: Json | undefined, wanted: string): string {
  const text = typeof value === "object" ? "" : String(value);
  const written = /^(\d+(?:\.\d+)?) ?([A-Za-z]*)$/.exec(text);
  const amount = Number(written?.[1]);
  const unit = written?.[2] ?? "";
  if (wanted.includes("memory size") && written !== null) {
    const fix = memoryText(amount, unit);
    if (fix !== null) return `write ${fix}`;
  }
  if (wanted.includes("duration") && written !== null) {
    const meant = DURATION_UNITS[unit.toLowerCase()];
    if (meant !== undefined && Number.isSafeInteger(amount)) return `write ${amount}${meant}`;
  }
  if (wanted.includes("CPU in cores")) {
    const cores = /^(\d+)[.,](\d+)/.exec(text);
    const milli = /^(\d+) ?m/i.exec(text);
    if (milli !== null) return `write ${milli[1]}m, or ${Number(milli[1]) / 1000}`;
    if (cores !== null && Number.isFinite(amount)) return `write ${Math.max(1, Math.round(amount * 1000))}m`;
    if (cores !== null) {
      const guess = Number(`${cores[1]}.${cores[2]}`);
      return `write ${guess}, or ${Math.max(1, Math.round(guess * 1000))}m`;
    }
  }
  return `write ${wanted}`;
}

function memoryText(amount: number, unit: string): string | null {
  const letter = unit.slice(0, 1).toUpperCase();
  if (letter === "G" || letter === "T") {
    const gib = letter === "T" ? amount * 1024 : amount;
    return Number.isSafeInteger(gib) ? `${gib}GiB` : `${Math.round(gib * 1024)}MiB`;
  }
  if (letter !== "" && letter !== "M") return null;
  return Number.isSafeInteger(Math.ceil(amount)) ? `${Math.ceil(amount)}MiB` : null;
}

const DURATION_UNITS: Readonly<Record<string, string>> = {
  "": "s",
  s: "s",
  sec: "s",
  secs: "s",
  second: "s",
  seconds: "s",
  ms: "ms",
  m: "m",
  min: "m",
  mins: "m",
  minute: "m",
  minutes: "m",
  h: "h",
  hour: "h",
  hours: "h",
  d: "d",
  day: "d",
  days: "d",
};
