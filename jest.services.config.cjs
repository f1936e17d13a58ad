/**
 * The suites that run real servers (RabbitMQ, HAProxy, Consul, Prometheus ...) without the engine.
 * `npx jest -c jest.services.config.cjs` runs them alone.
 */
const base = require("./jest.config.cjs");
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/services/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 240_000,
  maxWorkers: 1,
};
