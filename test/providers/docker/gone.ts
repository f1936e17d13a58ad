/** True when the Docker Engine says that there is no such thing. */
export function isGone(error: unknown): boolean {
  return (error as { statusCode?: number } | null)?.statusCode === 404;
}

/** What the Docker Engine said, in the words of the official plugin. */
export function reasonOf(error: unknown): string {
  const { json } = error as { json?: { message?: string } };
  const said = json?.message ?? (error instanceof Error ? error.message : String(error));
  return `Error response from daemon: ${said}`;
}
