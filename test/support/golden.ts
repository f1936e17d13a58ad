import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project";

/** Compares with a file of test/golden/. UPDATE_GOLDEN=1 writes it instead: then read the difference. */
export function expectGolden(name: string, text: string): void {
  const file = join(ROOT, "test", "golden", name);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, text);
  if (!existsSync(file)) throw new Error(`${file} is missing: UPDATE_GOLDEN=1 writes it`);
  expect(text).toBe(readFileSync(file, "utf8"));
}
