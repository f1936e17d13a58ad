import { version as sdkVersion } from "@pulumi/pulumi/package.json";
import type { Platform, Tool } from "./tool";

/** A processor in the words of Go, which releases use. */
export const GO_ARCH: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };
/** A system in the words of Go. */
export const GO_OS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
};

/** The engine. Older than the SDK of the program it may refuse what the SDK asks for. */
export const PULUMI: Tool = {
  name: "pulumi",
  module: "tools/pulumi",
  requirement: "github.com/pulumi/pulumi/pkg/v3",
  versionArgs: ["version"],
  oldest: sdkVersion,
  release(version, { os, arch }: Platform) {
    const system = GO_OS[os];
    if (system === undefined || GO_ARCH[arch] === undefined) return null;
    const base = `https://github.com/pulumi/pulumi/releases/download/v${version}`;
    const format = os === "win32" ? "zip" : "tar.gz";
    return {
      archiveUrl: `${base}/pulumi-v${version}-${system}-${arch}.${format}`,
      format,
      checksumsUrl: `${base}/pulumi-${version}-checksums.txt`,
    };
  },
  goPackage: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  // Without its version the Automation API refuses the program.
  goLinkerFlags: (version) =>
    `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`,
};

/** Where agents are registered. Stack `local` runs it as a container; suites run the program itself. */
export const CONSUL: Tool = {
  name: "consul",
  module: "tools/consul",
  requirement: "github.com/hashicorp/consul",
  versionArgs: ["version"],
  // The provider refuses servers that don't know a service's `ExposedPort`.
  oldest: "1.9.0",
  release(version, { os, arch }: Platform) {
    const [system, processor] = [GO_OS[os], GO_ARCH[arch]];
    if (system === undefined || processor === undefined) return null;
    const base = `https://releases.hashicorp.com/consul/${version}/consul_${version}`;
    return {
      archiveUrl: `${base}_${system}_${processor}.zip`,
      format: "zip",
      checksumsUrl: `${base}_SHA256SUMS`,
    };
  },
  goPackage: "github.com/hashicorp/consul",
  goLinkerFlags: () => "-s -w",
};

/** Reads the workflows of CI as their host does. Only suites run it. */
export const ACTIONLINT: Tool = {
  name: "actionlint",
  module: "tools/actionlint",
  requirement: "github.com/rhysd/actionlint",
  versionArgs: ["-version"],
  // Older ones don't know keys that the workflows use.
  oldest: "1.7.12",
  release(version, { os, arch }: Platform) {
    const [system, processor] = [GO_OS[os], GO_ARCH[arch]];
    if (system === undefined || processor === undefined) return null;
    const base = `https://github.com/rhysd/actionlint/releases/download/v${version}`;
    const format = os === "win32" ? "zip" : "tar.gz";
    return {
      archiveUrl: `${base}/actionlint_${version}_${system}_${processor}.${format}`,
      format,
      checksumsUrl: `${base}/actionlint_${version}_checksums.txt`,
    };
  },
  goPackage: "github.com/rhysd/actionlint/cmd/actionlint",
  goLinkerFlags: (version) => `-s -w -X github.com/rhysd/actionlint.version=${version}`,
};
