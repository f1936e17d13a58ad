// Docker's client takes the class of SSH connections when it is loaded, so that a package which is only loaded when
// something of it is used is loaded every time: 30 ms of every start, for a Docker Engine that nobody reaches that way.
const SSH = /^\.\/ssh$/;
const CLIENT = /[\\/]docker-modem[\\/]/;

/** Loads Docker's client for SSH where the first connection is made. Called in the setup of a plugin of the bundler. */
export function lazySsh(build) {
  build.onResolve({ filter: SSH }, ({ importer, resolveDir, namespace, pluginData }) => {
    if (namespace === "lazy-ssh" || !CLIENT.test(importer)) return undefined;
    return { path: resolveDir, namespace: "lazy-ssh", pluginData };
  });
  build.onLoad({ filter: /.*/, namespace: "lazy-ssh" }, ({ path }) => ({
    contents: `module.exports = (options) => require("./ssh")(options);`,
    resolveDir: path,
  }));
}
