#!/usr/bin/env node
// Starts a program from the bytecode that the build left beside it, which saves compiling it again. Whatever is
// wrong with the bytecode (another Node, a missing or broken file), the source does the same.
const { existsSync, readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script, constants } = require("node:vm");

// The build puts the name in: it holds the hash of the content, so bytecode never meets other source.
const MAIN = "__MAIN__";
const file = join(__dirname, `${MAIN}.cjs`);
const bytecode = join(__dirname, `${MAIN}.bytecode`);

// What a short run optimises it hardly uses again, and it costs more than the run itself. The build leaves this empty
// for a Node that does not know the flag.
const OPTIMISE_LATER = "__V8_FLAG__";
if (OPTIMISE_LATER !== "" && process.version === "__NODE__") setFlagsFromString(OPTIMISE_LATER);

/** Compiled from the bytecode where V8 takes it, else from the source. */
function compile() {
  return new Script(wrap(readFileSync(file, "latin1")), {
    filename: file,
    cachedData: existsSync(bytecode) ? readFileSync(bytecode) : undefined,
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

const script = compile();
const main = { exports: {} };
script.runInThisContext()(main.exports, createRequire(file), main, file, __dirname);
module.exports = main.exports;

// Only the build asks for it: after a run, when every function that a run needs has been compiled.
if (process.env.FLEET_WRITE_BYTECODE === MAIN) {
  require("node:fs").writeFileSync(bytecode, script.createCachedData());
  // A server would never come to its end.
  process.exit();
}
