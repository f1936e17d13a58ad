// Text of others inside of markdown: it stays text.

/** In a block of code that nothing in the text can end. */
export function fenced(text) {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  // What shows nothing or turns the direction of a line could make it read as something else.
  const shown = text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    "?",
  );
  return `${fence}text\n${shown.trimEnd()}\n${fence}`;
}

/** Hidden until it is opened. The title is ours. */
export function folded(title, markdown) {
  return `<details>\n<summary>${title}</summary>\n\n${markdown.trim()}\n\n</details>`;
}
