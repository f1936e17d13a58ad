/** What opens every configuration that is made here. */
export const HEADER = "# Generated from the catalog by `fleet report`. Do not edit.";

const WORD = /^[A-Za-z0-9_.:/@-]+$/;

/**
 * A name or an address as one word of a configuration. Names of the catalog always are; whatever else would begin a
 * directive of its own, so it is refused rather than quoted.
 *
 * @throws Error for anything that HAProxy would not read as one plain word
 */
export function word(text: string): string {
  if (WORD.test(text)) return text;
  throw new Error(`${JSON.stringify(text)} can't stand in a configuration of HAProxy`);
}

/** A host and a port as one word. */
export function hostAndPort(host: string, port: number): string {
  return `${word(host)}:${port}`;
}

/** The lines of one section: its heading, then what belongs to it. */
export function section(heading: string, lines: readonly (string | null)[]): string {
  return [heading, ...lines.filter((line) => line !== null).map((line) => `    ${line}`)].join("\n");
}

/** A whole file. */
export function file(sections: readonly string[]): string {
  return `${[HEADER, ...sections].join("\n\n")}\n`;
}
