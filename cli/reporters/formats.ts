/** What `fleet check` and `fleet preview` can print. */
export const CHECK_FORMATS = [
  "text",
  "json",
  "markdown",
  "sarif",
  "junit",
  "github",
  "gitlab",
  "html",
] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What `fleet diff` can print: its findings are those that a change breaks, fixes or lets through. */
export const DIFF_FORMATS = CHECK_FORMATS;
export type DiffFormat = (typeof DIFF_FORMATS)[number];
