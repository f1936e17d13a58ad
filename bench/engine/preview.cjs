// A preview by the Automation API in a state of its own, all by environment: BENCH_STATE, BENCH_PACK.
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { LocalWorkspace } = require("@pulumi/pulumi/automation");

exports.preview = async (program, options) => {
  const workDir = mkdtempSync(join(tmpdir(), "fleet-bench-work-"));
  const pack = process.env["BENCH_PACK"];
  let [violations, created] = [0, 0];
  try {
    const named = { stackName: "local", projectName: "sutazai", program };
    const stack = await LocalWorkspace.createOrSelectStack(named, { workDir });
    const onEvent = ({ policyEvent, summaryEvent }) => {
      if (policyEvent !== undefined) violations += 1;
      if (summaryEvent !== undefined) created = summaryEvent.resourceChanges.create ?? 0;
    };
    await stack.preview({ ...options, onEvent, ...(pack ? { policyPacks: [pack] } : {}) });
  } catch (error) {
    // A naive program breaks rules, which ends a preview with an error after all of its work.
    if (violations === 0) {
      console.error(error);
      process.exitCode = 1;
    }
  } finally {
    console.log(JSON.stringify({ created, violations }));
    rmSync(workDir, { recursive: true, force: true });
  }
};
