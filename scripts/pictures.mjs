// `node scripts/pictures.mjs`: takes the pictures of the report and of a comment again, with Chromium.
// The desktop shows the fleet as it is in stack dev; the phone shows stack staging after one limit was set too high.
// `--all FOLDER` takes every view, whole, to look at while working on the design.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";
import { ensureTools } from "./lib/tools.mjs";

ensureInstalled();
const [tool] = ensureTools(["chromium"]);
if (tool.path === null) {
  console.error(`no pictures: ${tool.reason}`);
  process.exit(2);
}
const { bundle } = await import("./lib/bundle.mjs");
const { chromium } = await import("playwright-core");
await bundle();

/** Writes the report of a stack and answers its address. */
function report(folder, stack) {
  const run = spawnSync(
    process.execPath,
    [join(root, "dist", "fleet.cjs"), "report", "--stack", stack, "--dir", folder],
    { encoding: "utf8" },
  );
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
  return pathToFileURL(join(folder, "out", stack, "report.html")).href;
}

/** Gives the first agent more memory than the profile allows. */
function breakCatalog(folder) {
  const file = join(folder, "catalog", "agents.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.replace(/^( +)- name: .*\n/m, (line, indent) => `${line}${indent}  memory: 2GiB\n`),
  );
}

/**
 * Writes a comment as a code host shows it, and answers its address: the markdown is what the steps of the
 * pull-request workflow made in the suite that runs them (test/workflows).
 */
async function comment(folder) {
  const { marked } = await import("marked");
  const text = readFileSync(join(root, "test", "golden", "comment-blocked.md"), "utf8");
  const style = readFileSync(join(root, "scripts", "lib", "comment.css"), "utf8");
  const file = join(folder, "comment.html");
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><style>${style}</style><article>${await marked.parse(text)}</article>`,
  );
  return pathToFileURL(file).href;
}

const temporary = mkdtempSync(join(tmpdir(), "fleet-pictures-"));
const browser = await chromium.launch({
  executablePath: tool.path,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});

/** `until`: the picture ends below this chapter, so that nothing is cut in half. */
/** Nobody looks at a picture longer than this, in CSS pixels. */
const LONGEST = 1350;

async function take(address, file, { width, height, scale = 1, dark = false, whole = false, until }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? "dark" : "light",
  });
  const page = await context.newPage();
  await page.goto(address);
  const last = until === undefined ? null : await page.locator(until).boundingBox();
  const clip =
    last === null
      ? {}
      : { clip: { x: 0, y: 0, width, height: Math.min(last.y + last.height + 32, LONGEST) } };
  await page.screenshot({ path: file, fullPage: whole, ...clip });
  await context.close();
  console.error(`took ${file}`);
}

try {
  for (const name of ["clean", "broken"]) {
    for (const part of ["catalog", "stacks"])
      cpSync(join(root, part), join(temporary, name, part), { recursive: true });
  }
  breakCatalog(join(temporary, "broken"));
  const clean = report(join(temporary, "clean"), "dev");
  const broken = report(join(temporary, "broken"), "staging");
  const desktop = { width: 1280, height: 1180 };
  const phone = { width: 390, height: 844, scale: 2 };
  const all = process.argv.indexOf("--all");
  if (all > 0) {
    const folder = process.argv[all + 1] ?? join(root, "out", "pictures");
    mkdirSync(folder, { recursive: true });
    const prod = report(join(temporary, "clean"), "prod");
    const whole = { ...desktop, whole: true };
    await take(clean, join(folder, "light.png"), whole);
    await take(clean, join(folder, "dark.png"), { ...whole, dark: true });
    await take(broken, join(folder, "broken.png"), desktop);
    await take(prod, join(folder, "prod-dark.png"), { ...desktop, dark: true });
    await take(broken, join(folder, "phone.png"), { ...phone, scale: 1, whole: true });
  } else {
    const folder = join(root, "docs", "images");
    mkdirSync(folder, { recursive: true });
    await take(clean, join(folder, "report.png"), { ...desktop, whole: true, until: "#pools" });
    const page = { width: 900, height: 700, whole: true };
    await take(await comment(temporary), join(folder, "comment.png"), { ...page, until: "article" });
    await take(broken, join(folder, "report-phone.png"), { ...phone, whole: true, until: "#findings" });
  }
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
}
