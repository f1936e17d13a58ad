// Prints what a comment would say, for a job summary or another host: node scripts/ci/body.mjs FOLDER...
import { bodyOf, runUrl } from "./lib/body.mjs";
import { run, usage } from "./lib/run.mjs";
import { sectionsOf } from "./lib/sections.mjs";

await run((folders) => {
  if (folders.length === 0) usage("node scripts/ci/body.mjs FOLDER...");
  process.stdout.write(bodyOf("pull-request", sectionsOf(...folders), runUrl()));
});
