import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { version as consulVersion } from "@pulumi/consul/package.json";
import { version as dockerVersion } from "@pulumi/docker/package.json";
import { engines } from "../../../package.json";
import { policyPack } from "../policy-pack";
import { PULUMI } from "../tools/known";
import { findTool } from "../tools/obtain";
import { onPath } from "../tools/on-path";
import { notOlder } from "../tools/version";
import { ok } from "./model";
import type { Examined } from "./model";

/** Node, the engine, and what starts policy packs. @param home the folder of this installation */
export function examineTools(home: string): Examined[] {
  return [examineNode(), ...examineEngine(home)];
}

function examineNode(): Examined {
  const oldest = engines.node.replace(">=", "");
  const wanted = `${oldest} or newer`;
  if (notOlder(process.versions.node, oldest)) return ok("tool", "node", process.versions.node, wanted);
  const fix = "Install a newer Node.";
  return { kind: "tool", name: "node", standing: "wrong", found: process.versions.node, wanted, fix };
}

function examineEngine(home: string): Examined[] {
  const { obtained, tried } = findTool(PULUMI, { root: home });
  const wanted = `${PULUMI.oldest} or newer`;
  const starter: Examined = ok(
    "tool",
    "policy pack starter",
    policyPack(home, obtained?.path ?? "").starters[0] ?? "Pulumi's own",
    "ours, or on Windows Pulumi's own",
  );
  if (obtained !== null)
    return [ok("tool", "pulumi", `${obtained.version} at ${obtained.path}`, wanted), starter];
  const go = onPath("go");
  const build =
    go === null ? "there is no Go on PATH to build it where that can't be had" : `else builds it with ${go}`;
  const fix = `The first run downloads its release; ${build}. Or install it: https://www.pulumi.com/docs/install/`;
  const found = tried.join("; ");
  return [{ kind: "tool", name: "pulumi", standing: "later", found, wanted, fix }, starter];
}

/** The provider plugins, in the versions that the program asks for. */
export function examinePlugins(env: NodeJS.ProcessEnv = process.env): Examined[] {
  const folder = join(env["PULUMI_HOME"] ?? join(homedir(), ".pulumi"), "plugins");
  return Object.entries({ docker: dockerVersion, consul: consulVersion }).map(([name, version]): Examined => {
    const wanted = `version ${version}`;
    const installed = join(folder, `resource-${name}-v${version}`);
    if (existsSync(installed)) return ok("plugin", name, installed, wanted);
    const other = onPath(`pulumi-resource-${name}`);
    if (other !== null) return ok("plugin", name, `${other}, of whatever version`, wanted);
    const fix = `The first run downloads it. By hand: pulumi plugin install resource ${name} ${version}`;
    return { kind: "plugin", name, standing: "later", found: `not in ${folder}, not on PATH`, wanted, fix };
  });
}
