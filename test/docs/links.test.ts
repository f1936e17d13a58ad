import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "../support/project";

const SKIPPED = new Set(["node_modules", "out", "dist", "coverage", ".git"]);

/** Every markdown file of the project, whoever wrote it. */
function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownFiles(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

/** What stands in code is an example, not a link. */
function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
}

/** As GitHub names the headings of a page. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#+ +(.*)$/gm)];
  return new Set(
    headings.map(([, heading]) =>
      (heading ?? "")
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
    ),
  );
}

function linksOf(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? "")
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Links of a page that lead nowhere. */
function deadLinks(file: string): string[] {
  return linksOf(readFileSync(file, "utf8")).filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? file : join(dirname(file), path);
    if (!existsSync(target)) return true;
    if (anchor === undefined || !target.endsWith(".md")) return false;
    return !anchorsOf(readFileSync(target, "utf8")).has(anchor);
  });
}

const files = markdownFiles(ROOT).map((file) => relative(ROOT, file));

test("the pages that a reader starts from are among those that are looked at", () => {
  expect(files).toEqual(
    expect.arrayContaining([
      "README.md",
      "docs/adr/README.md",
      "docs/performance.md",
      "docs/rules/README.md",
    ]),
  );
  expect(linksOf(readFileSync(join(ROOT, "README.md"), "utf8"))).toContain("docs/architecture.md");
});

test.each(files)("every relative link of %s leads somewhere", (file) => {
  expect(deadLinks(join(ROOT, file))).toEqual([]);
});

test("every decision is listed", () => {
  const folder = join(ROOT, "docs", "adr");
  const decisions = readdirSync(folder).filter((name) => /^\d/.test(name));
  expect(linksOf(readFileSync(join(folder, "README.md"), "utf8")).sort()).toEqual(decisions.sort());
});
