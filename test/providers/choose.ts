import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { version as consulVersion } from "@pulumi/consul/package.json";
import { version as dockerVersion } from "@pulumi/docker/package.json";
import { executable, onPath } from "../../cli/engine/tools/on-path";
import { buildStandIns } from "./build";

const VERSIONS: Readonly<Record<string, string>> = { consul: consulVersion, docker: dockerVersion };

export interface Plugins {
  /** Folders to put on PATH. */
  readonly folders: readonly string[];
  /** What runs, for people: `docker: stand-in`. */
  readonly told: string;
}

/** The official plugin of a provider, where Pulumi or the user put it; null when it isn't there. */
function officialFolder(name: string, version: string): string | null {
  const program = `pulumi-resource-${name}`;
  const home = process.env["PULUMI_HOME"] ?? join(homedir(), ".pulumi");
  const installed = join(home, "plugins", `resource-${name}-v${version}`);
  if (executable(join(installed, program))) return installed;
  const path = onPath(program);
  return path === null ? null : dirname(path);
}

/** The official plugins where they can be had, else the stand-ins; `only` asks for the stand-ins in any case. */
export function choosePlugins(only?: "stand-ins"): Plugins {
  const standIns = buildStandIns();
  const chosen = Object.entries(VERSIONS).map(([name, version]) => {
    const official = only === undefined ? officialFolder(name, version) : null;
    return {
      name,
      folder: official ?? join(standIns, name),
      kind: official === null ? "stand-in" : "official",
    };
  });
  return {
    folders: chosen.map(({ folder }) => folder),
    told: chosen.map(({ name, kind, folder }) => `${name}: ${kind} (${folder})`).join(", "),
  };
}
