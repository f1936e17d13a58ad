import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../../policies/rule";
import type { RuleCase } from "../rules/cases";
import { ROOT } from "./project";

/** The cases of a rule, as its test file lists them. */
export interface Table {
  readonly rule: Rule;
  readonly cases: readonly RuleCase[];
}

const RULE_TESTS = join(ROOT, "test", "rules");
const CASES = join(RULE_TESTS, "cases");
const GLOBALS = ["describe", "it", "test", "beforeAll", "beforeEach", "afterAll", "afterEach"] as const;

/**
 * The tables of every test/rules/*.test.ts: the files are loaded with a `describeRule` that keeps the cases instead
 * of running them, and with everything else of a test file doing nothing.
 */
export function loadTables(): Table[] {
  const tables: Table[] = [];
  jest.doMock(CASES, () => ({
    ...jest.requireActual<object>(CASES),
    describeRule: (rule: Rule, cases: readonly RuleCase[]) => tables.push({ rule, cases }),
  }));
  const scope = globalThis as unknown as Record<string, unknown>;
  const kept = GLOBALS.map((name) => [name, scope[name]] as const);
  const nothing: unknown = new Proxy(() => nothing, {
    get: (_, key) => (typeof key === "string" ? nothing : undefined),
  });
  for (const name of GLOBALS) scope[name] = nothing;
  try {
    for (const file of readdirSync(RULE_TESTS).sort()) {
      if (file.endsWith(".test.ts")) jest.requireActual(join(RULE_TESTS, file));
    }
  } finally {
    for (const [name, value] of kept) scope[name] = value;
    jest.dontMock(CASES);
  }
  return tables;
}
