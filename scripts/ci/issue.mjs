// Keeps one issue about drift: node scripts/ci/issue.mjs STACK EXIT-CODE FOLDER
// Opened and updated while `fleet drift` ends in anything but 0, closed when it ends in 0 again.
import { bodyOf, runUrl } from "./lib/body.mjs";
import { GitHub } from "./lib/github.mjs";
import { run, usage } from "./lib/run.mjs";
import { sectionsOf } from "./lib/sections.mjs";
import { BOT, upsertIssue } from "./lib/upsert.mjs";

const DRIFTED = "4";

await run(async ([stack = "", code = "", folder]) => {
  if (!/^[a-z][a-z0-9-]*$/.test(stack) || !/^\d+$/.test(code) || folder === undefined)
    usage("node scripts/ci/issue.mjs STACK EXIT-CODE FOLDER");
  const name = `drift ${stack}`;
  const title =
    code === DRIFTED
      ? `Stack ${stack} has drifted from its declaration`
      : `Stack ${stack} could not be looked at for drift (exit code ${code})`;
  const body = code === "0" ? null : bodyOf(name, sectionsOf(folder), runUrl());
  const author = process.env.FLEET_COMMENT_AUTHOR ?? BOT;
  const { did, url } = await upsertIssue(new GitHub(), { name, title, label: "fleet-drift", body, author });
  console.error(`issue ${did}${url === null ? "" : `: ${url}`}`);
});
