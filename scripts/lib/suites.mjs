// The suites that run real servers, and what is known of each before it runs.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

const FOLDERS = [
  { folder: "test/engine", config: "jest.engine.config.cjs" },
  { folder: "test/services", config: "jest.services.config.cjs" },
];
/** What a suite says in its source when it starts a Docker Engine. */
const USES_DOCKER = /support\/(docker-engine|deployment)/;
/** What a suite says in its source when it needs more than loopback. */
const NEEDS_INTERNET = /@needs internet\b/;
/** Seconds that the long ones take with nothing beside them. Only their order matters; those not named go between. */
const SECONDS = {
  "test/engine/model": 150,
  "test/engine/package": 130,
  "test/engine/killed": 140,
  "test/engine/end-to-end": 130,
  "test/engine/cli": 120,
  "test/engine/drift": 100,
  "test/engine/stack-local": 85,
  "test/engine/load": 110,
  "test/engine/contract": 70,
  "test/engine/broker": 70,
  "test/engine/cli-policies": 65,
  "test/engine/rules": 55,
  "test/engine/drift-gate": 50,
  "test/services/queue": 40,
  "test/services/router": 25,
  "test/services/agent": 20,
  "test/services/discovery": 17,
  "test/services/queue-command": 13,
  "test/services/dashboards": 10,
  "test/services/gateway": 9,
  "test/services/alertmanager": 6,
  "test/engine/registry-access": 45,
  "test/engine/full-disk": 15,
  "test/services/registry-clients": 15,
  "test/services/access-drift": 10,
  "test/engine/starts": 6,
  "test/services/logins": 6,
  "test/services/docker-socket": 6,
  "test/services/registry": 6,
  "test/services/agent-image": 5,
  "test/engine/surroundings": 4,
};
const UNKNOWN_SECONDS = 45;

/**
 * @typedef {object} Suite
 * @property {string} file relative to the project
 * @property {string} config of jest
 * @property {boolean} docker it uses a Docker Engine
 * @property {boolean} internet it needs more than loopback
 * @property {number} seconds about what it takes alone
 */

/**
 * The suites, the longest first: a long one that begins last is what everybody waits for.
 *
 * @param {string[]} patterns parts of paths; none means all
 * @returns {Suite[]}
 */
export function suitesOf(patterns) {
  return FOLDERS.flatMap(({ folder, config }) =>
    testsIn(folder)
      .filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)))
      .map((file) => {
        const source = readFileSync(join(root, file), "utf8");
        return {
          file,
          config,
          docker: folder === "test/engine" || USES_DOCKER.test(source),
          internet: NEEDS_INTERNET.test(source),
          seconds: SECONDS[file.replace(/\.test\.ts$/, "")] ?? UNKNOWN_SECONDS,
        };
      }),
  ).sort((one, other) => other.seconds - one.seconds);
}

function testsIn(folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => join(folder, name))
      .sort();
  } catch {
    return [];
  }
}
