/** A pattern of names in which `*` stands for any letters, none included; everything else is itself. */
export interface NamePattern {
  readonly text: string;
  matches(name: string): boolean;
}

export function namePattern(text: string): NamePattern {
  if (!text.includes("*")) return { text, matches: (name) => name === text };
  const parts = text.split(/\*+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`);
  return { text, matches: (name) => expression.test(name) };
}
