import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";

/** Names that npm leaves out of a package or reads itself stand under others in templates/. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: ".gitignore", github: ".github" };

/** A file of a new fleet: its path with forward slashes, and its text. */
export interface Template {
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a new fleet.
 *
 * @param home folder of this installation, which has `templates/`
 * @param values what stands for `__NAME__` in the templates, by NAME
 * @throws Error when a template asks for a value that nobody gave: a defect of ours
 */
export function newFleet(home: string, values: Readonly<Record<string, string>>): readonly Template[] {
  const root = join(home, "templates", "fleet");
  return filesBelow(root, "").map((path) => ({
    path: path
      .split("/")
      .map((part) => RENAMED[part] ?? part)
      .join("/")
      .replace(/\.txt$/, ""),
    text: readFileSync(join(root, path), "utf8").replace(/__([A-Z_]+)__/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the template ${path} wants ${name}`);
      return value;
    }),
  }));
}

function filesBelow(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .sort();
}
