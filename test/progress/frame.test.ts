import pico from "picocolors";
import { frameOf } from "../../cli/engine/progress/frame";
import type { Canvas, Shown } from "../../cli/engine/progress/frame";
import { PlainView } from "../../cli/engine/progress/plain";
import type { Wave } from "../../cli/engine/progress/waves";
import { isDrawnOn } from "../../cli/output";
import { EVENTS, PLAN, event } from "./events";

const canvas: Canvas = { columns: 100, rows: 30, colors: pico.createColors(false), unicode: true };
const wave = (
  index: number,
  done: number,
  working: readonly string[] = [],
  failed: readonly string[] = [],
): Wave => ({
  index,
  members: new Set(Array.from({ length: 12 }, (_, number) => `member-${number}`)),
  working: new Set(working),
  done: new Set(Array.from({ length: done }, (_, number) => `member-${number}`)),
  failed: new Set(failed),
});
const shown: Shown = {
  title: "up of stack dev",
  waves: [wave(1, 12), wave(2, 5, ["autogpt", "crewai", "aider"]), wave(3, 1, [], ["devika"]), wave(10, 0)],
  note: "",
  seconds: 75,
  tick: 0,
};

it("draws a line for each wave", () => {
  expect(frameOf(shown, canvas)).toEqual([
    "up of stack dev  1 min 15 s",
    "✔ wave  1  ████████████████  12 of 12",
    "⠋ wave  2  ██████░░░░░░░░░░   5 of 12  autogpt, crewai and 1 more",
    "✖ wave  3  █░░░░░░░░░░░░░░░   1 of 12  failed: devika",
    "  wave 10  ░░░░░░░░░░░░░░░░   0 of 12",
  ]);
});

it("is plain ASCII where that is all there is", () => {
  const text = frameOf(shown, { ...canvas, unicode: false }).join("\n");
  expect(text).toMatch(/^[\x20-\x7E\n]+$/);
  expect(text).toContain("- wave  2  ######..........   5 of 12");
});

it.each([1, 5, 20, 40, 80, 300])("never reaches the last of %d columns", (columns) => {
  for (const line of frameOf(shown, { ...canvas, columns }))
    expect(line.length).toBeLessThan(Math.max(columns, 3));
});

it.each([1, 2, 3, 4, 5, 6, 30])("leaves one of %d rows free, and counts what it leaves out", (rows) => {
  const lines = frameOf(shown, { ...canvas, rows });
  expect(lines.length).toBeLessThanOrEqual(Math.max(2, rows - 1));
  if (rows === 5) expect(lines).toContain("✔ 1 wave is done");
  if (rows === 4) expect(lines.at(-1)).toBe("  3 more waves");
});

it("says what it looks at before there are waves", () => {
  const looking = frameOf(
    { ...shown, waves: [], note: "looking what would change: 7 resources so far" },
    canvas,
  );
  expect(looking).toEqual(["up of stack dev  1 min 15 s", "⠋ looking what would change: 7 resources so far"]);
});

it("draws on terminals of people alone", () => {
  expect(isDrawnOn({ isTTY: true }, { TERM: "xterm" })).toBe(true);
  expect(isDrawnOn({ isTTY: true }, { TERM: "xterm", NO_COLOR: "1" })).toBe(true);
  expect(isDrawnOn({ isTTY: true }, { TERM: "dumb" })).toBe(false);
  expect(isDrawnOn({ isTTY: true }, { TERM: "xterm", CI: "true" })).toBe(false);
  expect(isDrawnOn({ isTTY: false }, { TERM: "xterm" })).toBe(false);
});

describe("line by line", () => {
  it("says each container that changed, with how much of its wave is there", () => {
    const lines: string[] = [];
    const view = new PlainView(PLAN, "changes", (line) => lines.push(line));
    for (const one of EVENTS) view.see(one);
    view.see(event("out", "same", "crewai"));
    expect(lines).toEqual([
      "  wave 1: 1 of 3  create router",
      "  wave 1: 2 of 3  create router-2",
      "  wave 1: 3 of 3  create redis",
      "  wave 2: 1 of 3  create autogpt",
      "  failed create aider",
    ]);
  });

  it("says no more than failures of what only looks", () => {
    const lines: string[] = [];
    const view = new PlainView(PLAN, "looks", (line) => lines.push(line));
    for (const one of EVENTS) view.see(one);
    expect(lines).toEqual(["  failed create aider"]);
  });
});
