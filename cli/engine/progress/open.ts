import { createRequire } from "node:module";
import { join } from "node:path";
import { withoutSecrets } from "../hidden";
import type { EngineRequest } from "../request";
import type * as Live from "./live";
import { PlainView } from "./plain";
import type { View, Watched } from "./view";

/** What is drawn below the lines just now. */
let current: View | null = null;

/** Everything for people goes to stderr: stdout is for data. */
export function say(line: string): void {
  const text = withoutSecrets(line);
  if (current === null) process.stderr.write(`${text}\n`);
  else current.line(text);
}

/**
 * Shows how far an operation is while it runs: drawn on a terminal, in lines everywhere else.
 *
 * @param operation is given what takes its events
 */
export async function watched<T>(
  request: EngineRequest,
  what: Watched,
  operation: (see: View["see"]) => Promise<T>,
): Promise<T> {
  if (request.live !== true) {
    const plain = new PlainView(request.plan, what, say);
    return operation((event) => {
      plain.see(event);
    });
  }
  // From dist/, where it is a bundle of its own.
  const file = join(__dirname, "live.cjs");
  const { LiveView } = createRequire(file)(file) as typeof Live;
  const view = new LiveView(request, what);
  current = view;
  try {
    return await operation((event) => {
      view.see(event);
    });
  } finally {
    current = null;
    view.end();
  }
}
