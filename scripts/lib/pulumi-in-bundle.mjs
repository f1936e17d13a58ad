// What it takes to put Pulumi's SDK into a bundle. Loaded from node_modules it costs most of a second, half of it for
// parts that no program here ever uses.
import { join } from "node:path";
import { lazySsh } from "./lazy-ssh.mjs";

/** Loaded from where they are installed, should anything ever use them. */
const OUTSIDE = ["@grpc/proto-loader", "protobufjs", "ssh2", "typescript"];

/** Finds the packages of functions that are sent to a cloud, by way of a whole package manager: nobody here sends any. */
const CODE_PATHS = /^\.\/closure\/codePaths$/;

/** The little that the policy SDK takes of Pulumi's. */
const FOR_POLICIES = `
  exports.asset = require("@pulumi/pulumi/asset");
  exports.Output = require("@pulumi/pulumi/output").Output;
`;

/**
 * @param root of the project
 * @param policies true for a policy pack, which needs no engine to be driven and no resource to be declared
 */
export function pulumiInBundle(root, { policies = false } = {}) {
  return {
    name: "pulumi-in-bundle",
    setup(build) {
      lazySsh(build);
      build.onResolve({ filter: /^[@a-z]/ }, ({ path, namespace }) => {
        if (!OUTSIDE.includes(path)) return undefined;
        return namespace === "outside" ? { path, external: true } : { path, namespace: "outside" };
      });
      build.onLoad({ filter: /.*/, namespace: "outside" }, ({ path }) => ({
        // Whether it is an ES module is asked at once; that alone must not load it.
        contents: `module.exports = new Proxy({}, {
          get: (_, key) => (key === "__esModule" ? undefined : require(${JSON.stringify(path)})[key]),
        });`,
      }));
      build.onResolve({ filter: CODE_PATHS }, ({ path }) => ({ path, namespace: "code-paths" }));
      build.onLoad({ filter: /.*/, namespace: "code-paths" }, () => ({
        contents: `exports.computeCodePaths = () => {
          throw new Error("functions can't be sent from here: this bundle has no package manager");
        };`,
      }));
      // Beside license.js stands LICENSE, and the bundler confuses the two.
      build.onResolve({ filter: /^\.\/license$/ }, ({ resolveDir }) => ({
        path: join(resolveDir, "license.js"),
      }));
      if (!policies) return;
      build.onResolve({ filter: /^@pulumi\/pulumi$/ }, ({ path }) => ({ path, namespace: "for-policies" }));
      build.onLoad({ filter: /.*/, namespace: "for-policies" }, () => ({
        contents: FOR_POLICIES,
        resolveDir: root,
      }));
    },
  };
}
