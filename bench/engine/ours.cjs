// One preview of the fleet's own program without the policy pack, which the command line never leaves out.
Error.stackTraceLimit = 0;
const support = require(process.env["BENCH_SUPPORT"]);
const { plan } = support.checkStack(process.env["BENCH_PROJECT"], "local");
require("./preview.cjs").preview(async () => support.declareFleet(plan), { parallel: 64 });
