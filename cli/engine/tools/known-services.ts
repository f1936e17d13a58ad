import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./cache";
import { GO_ARCH, GO_OS } from "./known";
import type { Platform, Release, Tool } from "./tool";

/** A release of the Prometheus project, which names all of them in one way. */
function prometheusRelease(name: string, version: string, { os, arch }: Platform): Release | null {
  const [system, processor] = [GO_OS[os], GO_ARCH[arch]];
  if (system === undefined || processor === undefined || os === "win32") return null;
  const base = `https://github.com/prometheus/${name}/releases/download/v${version}`;
  return {
    archiveUrl: `${base}/${name}-${version}.${system}-${processor}.tar.gz`,
    format: "tar.gz",
    checksumsUrl: `${base}/sha256sums.txt`,
  };
}

/** Scrapes the fleet. Suites run it with the configuration that is rendered for a stack. */
export const PROMETHEUS: Tool = {
  name: "prometheus",
  module: "tools/prometheus",
  requirement: "github.com/prometheus/prometheus",
  versionArgs: ["--version"],
  // Debian's 2.42 is built without discovery through Consul.
  oldest: "3.0.0",
  // Module v0.316.0 is release 3.16.0: Go wants another import path from version 2 on.
  releaseOf(moduleVersion) {
    const [, packed = 0, patch = 0] = moduleVersion.split(".").map(Number);
    return `${Math.floor(packed / 100)}.${packed % 100}.${patch}`;
  },
  release: (version, platform) => prometheusRelease("prometheus", version, platform),
  goPackage: "github.com/prometheus/prometheus/cmd/prometheus",
  // Asks whether it is ready, with a login: Debian's is too old for that.
  companions: { promtool: "github.com/prometheus/prometheus/cmd/promtool" },
  // Only the discoveries that a fleet uses: all of them bring the SDKs of every cloud.
  goTags: "remove_all_sd,enable_consul_sd,enable_dns_sd",
  goLinkerFlags: (version) => `-s -w -X github.com/prometheus/common/version.Version=${version}`,
};

/** Routes and inhibits alerts; with amtool, which checks its configuration. */
export const ALERTMANAGER: Tool = {
  name: "alertmanager",
  module: "tools/alertmanager",
  requirement: "github.com/prometheus/alertmanager",
  versionArgs: ["--version"],
  // The first that reads the address of a webhook from a file.
  oldest: "0.26.0",
  release: (version, platform) => prometheusRelease("alertmanager", version, platform),
  goPackage: "github.com/prometheus/alertmanager/cmd/alertmanager",
  companions: { amtool: "github.com/prometheus/alertmanager/cmd/amtool" },
  goLinkerFlags: (version) => `-s -w -X github.com/prometheus/common/version.Version=${version}`,
};

/** The language model's server. */
export const OLLAMA: Tool = {
  name: "ollama",
  module: "tools/ollama",
  requirement: "github.com/ollama/ollama",
  versionArgs: ["--version"],
  oldest: "0.17.0",
  // Its release brings the libraries of every graphics card, gigabytes that no suite needs.
  release: () => null,
  goPackage: "github.com/ollama/ollama",
  goLinkerFlags: (version) => `-s -w -X github.com/ollama/ollama/version.Version=${version}`,
  // Module archives leave folders called `vendor` out, and with one of them a header that the server needs;
  // another module has it elsewhere. Flags are part of Go's cache key, so the path has to be a lasting one.
  goEnvironment(module) {
    const include = join(cacheFolder(), "include");
    mkdirSync(include, { recursive: true });
    rmSync(join(include, "miniaudio"), { force: true });
    symlinkSync(module.folderOf("github.com/gen2brain/malgo"), join(include, "miniaudio"));
    return { CGO_CFLAGS: "-O2 -g0", CGO_CXXFLAGS: `-O2 -g0 -I${include}` };
  },
};

/** Tells memory and CPU of containers; suites run its library with the names that Docker tells through the proxy. */
export const CADVISOR: Tool = {
  name: "cadvisor",
  module: "tools/cadvisor",
  requirement: "github.com/google/cadvisor",
  versionArgs: ["--version"],
  oldest: "0.53.0",
  // Its releases are programs without an archive and without checksums, and its main package is in a module of its own
  // that no proxy serves.
  release: () => null,
  goPackage: ".",
  goLinkerFlags: () => "-s -w",
};

/**
 * A Docker Engine of today with all that it runs, for suites that are told to use it: machines have anything between
 * 20.10 of Debian 12 and this one.
 */
export const DOCKER_ENGINE: Tool = {
  name: "dockerd",
  module: "tools/docker-engine",
  requirement: "github.com/moby/moby/v2",
  versionArgs: ["--version"],
  // The first that knows an interval of the health check for the start.
  oldest: "25.0.0",
  // Docker's archives come without checksums.
  release: () => null,
  goPackage: "github.com/moby/moby/v2/cmd/dockerd",
  companions: {
    "docker-proxy": "github.com/moby/moby/v2/cmd/docker-proxy",
    containerd: "github.com/containerd/containerd/v2/cmd/containerd",
    "containerd-shim-runc-v2": "github.com/containerd/containerd/v2/cmd/containerd-shim-runc-v2",
    runc: "github.com/opencontainers/runc",
  },
  goLinkerFlags: (version) => `-s -w -X github.com/moby/moby/v2/dockerversion.Version=${version}`,
};
