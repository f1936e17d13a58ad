import { ENGINE_PAGES } from "./engine-pages";
import { PROBLEM_PAGES } from "./pages";
import type { ProblemPage } from "./pages";

/** Every code that a message may carry: of the input, and of what is around the engine. */
export const ALL_PAGES: Readonly<Record<string, ProblemPage>> = { ...PROBLEM_PAGES, ...ENGINE_PAGES };

/** The page of a code, or null. */
export function pageOf(code: string): ProblemPage | null {
  return Object.hasOwn(ALL_PAGES, code) ? (ALL_PAGES[code] ?? null) : null;
}
