/** One line of JSON on stdout, for whoever collects the logs of containers. */
export function log(level: "info" | "warn" | "error", message: string, more: object = {}): void {
  const line = { time: new Date().toISOString(), level, message, ...more };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
