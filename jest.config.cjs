/** Tests run from the TypeScript sources; swc only strips types (tsc checks them in `npm test`). */
const parser = { syntax: "typescript", tsx: true };
const react = { runtime: "automatic", importSource: "preact" };
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  // They have a configuration of their own: jest.engine.config.cjs.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/engine/"],
  modulePathIgnorePatterns: ["<rootDir>/(dist|out|\\.cache)/"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      { jsc: { parser, transform: { react }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  maxWorkers: 2,
};
