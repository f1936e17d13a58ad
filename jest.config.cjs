const { homedir } = require("node:os");
const { join } = require("node:path");

/** Tests run from the TypeScript sources; swc only strips types (tsc checks them in `npm test`). */
const parser = { syntax: "typescript", tsx: true };
const react = { runtime: "automatic", importSource: "preact" };
module.exports = {
  testEnvironment: "node",
  // Not in the folder for temporary files: suites of real servers have one each.
  cacheDirectory: join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "sutazai-fleet", "jest"),
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  // They have configurations of their own: jest.engine.config.cjs and jest.services.config.cjs.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/engine/", "<rootDir>/test/services/"],
  setupFiles: ["<rootDir>/test/support/seed.ts"],
  modulePathIgnorePatterns: ["<rootDir>/(dist|out|\\.cache)/"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      { jsc: { parser, transform: { react }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  maxWorkers: 2,
  // A test that starts a command takes many times as long on a machine that does other things too.
  testTimeout: 60_000,
};
