import type * as Html from "./html";

/** Loaded when it is asked for: `fleet check` is the same bundle, and pays for no HTML. */
export function htmlReporter(): typeof Html {
  // oxlint-disable-next-line typescript/no-require-imports
  return require("./html") as typeof Html;
}
