import { runEngine } from "../../cli/engine/main";
import type { EngineRequest } from "../../cli/engine/request";
import { checkStack } from "../../cli/pipeline";
import { ROOT } from "../support/project";

/** Where a rule that can't be evaluated has to stop a run, nobody skips the preview that would. */

function request(stack: string): EngineRequest {
  const { catalog, stack: found, plan, exceptions, report } = checkStack(ROOT, stack);
  return {
    ...{ command: "up", root: ROOT, home: ROOT, catalog, stack: found, plan, report },
    ...{ today: exceptions.today, yes: true, refresh: false, parallel: 64, skipPreview: true },
  };
}

it.each(["staging", "prod"])("is refused in %s, before anything is looked for", async (stack) => {
  const { error, exitCode } = await runEngine(request(stack));
  expect(error).toMatchObject({ code: "preview-needed", found: `--skip-preview in tier ${stack}` });
  expect(exitCode).toBe(2);
});
