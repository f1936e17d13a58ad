/**
 * Catalog text as text inside of markdown: nothing in it becomes a link, a tag, a mention, a table cell or a
 * line of its own.
 */
export function markdownText(value: string): string {
  return value

    .replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]()#!|~@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/:\/\//g, "&#58;//");
}
