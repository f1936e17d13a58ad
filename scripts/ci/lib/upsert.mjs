// Written once, then updated in place: a comment, an issue, a pull request.
import { markOf } from "./body.mjs";

/** Who the token of a workflow writes as. */
export const BOT = "github-actions[bot]";

/** Ours: it starts with our mark, and we wrote it. Anybody can copy a mark, and would then own what it says. */
function ours(item, name, author) {
  return item.user?.login === author && (item.body ?? "").startsWith(markOf(name));
}

/**
 * Updates our comment on an issue or pull request, or writes it when there is none.
 *
 * @returns `created`, `updated` or `unchanged`, and the comment's address
 */
export async function upsertComment(github, { number, name, body, author = BOT }) {
  for await (const comment of github.all(`/issues/${number}/comments`)) {
    if (!ours(comment, name, author)) continue;
    if (comment.body.trim() === body.trim()) return { did: "unchanged", url: comment.html_url };
    const { body: updated } = await github.ask("PATCH", `/issues/comments/${comment.id}`, { body });
    return { did: "updated", url: updated.html_url };
  }
  const { body: created } = await github.ask("POST", `/issues/${number}/comments`, { body });
  return { did: "created", url: created.html_url };
}

/**
 * Opens one issue, updates it in place, and closes it when there is nothing to say any more.
 *
 * @param body null when there is nothing to say
 */
export async function upsertIssue(github, { name, title, label, body, author = BOT }) {
  const found = await openIssue(github, name, label, author);
  if (body === null) {
    if (found === null) return { did: "nothing", url: null };
    await github.ask("PATCH", `/issues/${found.number}`, { state: "closed", state_reason: "completed" });
    return { did: "closed", url: found.html_url };
  }
  if (found === null) {
    const { body: created } = await github.ask("POST", "/issues", { title, body, labels: [label] });
    return { did: "created", url: created.html_url };
  }
  if (found.body.trim() === body.trim() && found.title === title)
    return { did: "unchanged", url: found.html_url };
  const { body: updated } = await github.ask("PATCH", `/issues/${found.number}`, { title, body });
  return { did: "updated", url: updated.html_url };
}

async function openIssue(github, name, label, author) {
  for await (const issue of github.all(`/issues?state=open&labels=${encodeURIComponent(label)}`)) {
    // The list has pull requests too.
    if (issue.pull_request === undefined && ours(issue, name, author)) return issue;
  }
  return null;
}

/** Opens a pull request for a branch, or updates the open one. */
export async function upsertPullRequest(github, { branch, base, title, body }) {
  const head = encodeURIComponent(`${github.owner}:${branch}`);
  for await (const pull of github.all(`/pulls?state=open&head=${head}&base=${encodeURIComponent(base)}`)) {
    const { body: updated } = await github.ask("PATCH", `/pulls/${pull.number}`, { title, body });
    return { did: "updated", url: updated.html_url };
  }
  const { body: created } = await github.ask("POST", "/pulls", { title, body, head: branch, base });
  return { did: "created", url: created.html_url };
}
