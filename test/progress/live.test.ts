import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/project";
import { Terminal } from "../support/terminal";
import { EVENTS, PLAN } from "./events";

/** What is shipped draws on a real pseudo-terminal, and an emulator says what a person sees. */

const folder = mkdtempSync(join(tmpdir(), "fleet-live-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program with a view on its screen, and `events` at hand. */
function show(body: string, columns?: number, rows?: number): Terminal {
  const file = join(folder, "program.cjs");
  const live = JSON.stringify(join(ROOT, "dist", "live.cjs"));
  const request = JSON.stringify({ command: "up", plan: PLAN });
  writeFileSync(
    file,
    `const { LiveView } = require(${live});
     const events = ${JSON.stringify(EVENTS)};
     const view = new LiveView(${request}, "changes");
     ${body}`,
  );
  return new Terminal(
    `${process.execPath} ${file}`,
    { PATH: process.env["PATH"], NO_COLOR: "1" },
    columns,
    rows,
  );
}

const HEAD = /^up of stack dev {2}\d+ s$/;
const LAST = ["✔ wave 1  ████████████████  3 of 3", "✖ wave 2  █████░░░░░░░░░░░  1 of 3  failed: aider"];

it("draws over itself, keeps the lines above, and gives the cursor back", async () => {
  const terminal = show(`
    view.line("pulling an image ...");
    for (const event of events) view.see(event);
    view.line("a finding that stays");
    view.end();
    console.error("the end");`);
  expect(await terminal.ended).toBe(0);
  const [, pulling, failed, finding, head, ...rest] = await terminal.lines();
  expect([pulling, failed, finding]).toEqual([
    "pulling an image ...",
    "  failed create aider",
    "a finding that stays",
  ]);
  expect(head).toMatch(HEAD);
  expect(rest).toEqual([...LAST, "the end"]);
  expect(terminal.wasDrawnOn).toBe(true);
  expect(terminal.cursorIsShown).toBe(true);
});

it("loses no line where the screen is lower than what is drawn", async () => {
  const terminal = show(
    `for (let number = 0; number < 40; number += 1) view.line("line " + number);
     for (const event of events) view.see(event);
     view.end();`,
    40,
    4,
  );
  expect(await terminal.ended).toBe(0);
  const lines = await terminal.lines();
  expect(lines.filter((line) => line.startsWith("line "))).toEqual(
    Array.from({ length: 40 }, (_, number) => `line ${number}`),
  );
  expect(lines.filter((line) => HEAD.test(line))).toHaveLength(1);
});

it("wipes nothing away where the window is made smaller", async () => {
  const terminal = show(`
    view.line("above");
    for (const event of events.slice(0, 7)) view.see(event);
    process.stderr.once("resize", () => {
      for (const event of events.slice(7)) view.see(event);
      view.line("after");
      view.end();
    });
    const waiting = setInterval(() => undefined, 1000);
    process.stderr.once("resize", () => clearInterval(waiting));
    view.line("ready");`);
  await terminal.printed(/ready/);
  terminal.resize(40);
  expect(await terminal.ended).toBe(0);
  const lines = await terminal.lines();
  expect(lines).toEqual(expect.arrayContaining(["above", "ready", "after"]));
  for (const line of lines.slice(-3)) expect(line.length).toBeLessThan(40);
  expect(lines.at(-2)).toBe("✔ wave 1  ████████████████  3 of 3");
  expect(terminal.cursorIsShown).toBe(true);
});

it.each(["SIGINT", "SIGTERM", "SIGHUP"])("gives the cursor back when %s ends the program", async (signal) => {
  const terminal = show(`
    for (const event of events) view.see(event);
    view.line("ready");
    setInterval(() => undefined, 1000);
    process.kill(process.pid, ${JSON.stringify(signal)});`);
  expect(await terminal.ended).not.toBe(0);
  expect(terminal.wasDrawnOn).toBe(true);
  expect(terminal.cursorIsShown).toBe(true);
});
