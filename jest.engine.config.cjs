/**
 * The suites that run the real engine on a real Docker Engine and a real Consul. One after the other: they share
 * the machine's daemon and its cores. `npx jest -c jest.engine.config.cjs` runs them alone.
 */
const base = require("./jest.config.cjs");
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/engine/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 240_000,
  maxWorkers: 1,
};
