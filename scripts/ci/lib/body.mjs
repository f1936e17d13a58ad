// One comment of many sections, found again by its mark and never longer than the host allows.
import { folded } from "./markdown.mjs";

/** GitHub refuses more than 65,536 characters. */
export const LIMIT = 65_000;

/** The hidden line by which a comment is found again. */
export function markOf(name) {
  return `<!-- sutazai-fleet ${name} -->`;
}

/**
 * @param name what the comment is for, such as `pull-request`
 * @param sections the most important first; details come folded, after the others
 * @param url where all of it is, or null
 */
export function bodyOf(name, sections, url, limit = LIMIT) {
  const ordered = [
    ...sections.filter((section) => !section.detail).map(({ title, markdown }) => ({ title, markdown })),
    ...sections
      .filter((section) => section.detail)
      .map(({ title, markdown }) => ({ title, markdown: folded(title, markdown) })),
  ];
  const left = [];
  let body = markOf(name);
  // Room for the line that tells what was left out.
  const room = limit - 500;
  for (const { title, markdown } of ordered) {
    if (body.length + markdown.length + 2 <= room) body += `\n\n${markdown}`;
    else left.push(title);
  }
  if (ordered.length === 0) body += "\n\nNothing was judged: the run ended before it could.";
  if (left.length > 0) {
    const where = url === null ? "" : ` All of it: ${url}`;
    body += `\n\nToo long for a comment and left out here: ${left.join(", ")}.${where}`;
  }
  return `${body}\n`;
}

/** Where the run of this job is shown, from the variables of the runner; null elsewhere. */
export function runUrl(env = process.env) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
}
