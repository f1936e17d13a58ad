// Opens the pull request of a branch, or updates it: node scripts/ci/pull-request.mjs BRANCH BASE TITLE FOLDER
import { bodyOf, runUrl } from "./lib/body.mjs";
import { GitHub } from "./lib/github.mjs";
import { run, usage } from "./lib/run.mjs";
import { sectionsOf } from "./lib/sections.mjs";
import { upsertPullRequest } from "./lib/upsert.mjs";

await run(async ([branch, base, title, folder]) => {
  if (folder === undefined) usage("node scripts/ci/pull-request.mjs BRANCH BASE TITLE FOLDER");
  const body = bodyOf("adopt", sectionsOf(folder), runUrl());
  const { did, url } = await upsertPullRequest(new GitHub(), { branch, base, title, body });
  console.error(`pull request ${did}: ${url}`);
});
