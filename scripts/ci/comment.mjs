// Writes or updates the one comment on a pull request: node scripts/ci/comment.mjs NUMBER FOLDER...
// Wants GITHUB_TOKEN, GITHUB_REPOSITORY and, on another server than github.com, GITHUB_API_URL.
import { bodyOf, runUrl } from "./lib/body.mjs";
import { GitHub } from "./lib/github.mjs";
import { run, usage } from "./lib/run.mjs";
import { sectionsOf } from "./lib/sections.mjs";
import { BOT, upsertComment } from "./lib/upsert.mjs";

await run(async ([number = "", ...folders]) => {
  if (!/^\d+$/.test(number) || folders.length === 0) usage("node scripts/ci/comment.mjs NUMBER FOLDER...");
  const body = bodyOf("pull-request", sectionsOf(...folders), runUrl());
  const author = process.env.FLEET_COMMENT_AUTHOR ?? BOT;
  const { did, url } = await upsertComment(new GitHub(), { number, name: "pull-request", body, author });
  console.error(`comment ${did}: ${url}`);
});
