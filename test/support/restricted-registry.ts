import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { renderFiles } from "../../components/files";
import type { FleetPlan } from "../../fleet/plan/types";
import {
  REGISTRY_ACCESS_HEADER,
  REGISTRY_ACCESS_POLICIES,
  REGISTRY_ACCESS_SCRIPT,
  REGISTRY_ACCESS_TOKENS,
  REGISTRY_SERVER_ACCESS,
} from "../../fleet/registry/files";
import { REGISTRY_TOKENS } from "../../fleet/registry/purposes";
import type { RegistryTokens } from "../../fleet/registry/purposes";
import { secretFiles } from "../../fleet/render/secret-files";
import { secretsNeeded } from "../../fleet/secrets/needed";
import { tokenName } from "../../fleet/secrets/registry";
import { startConsul } from "./consul-server";
import type { ConsulOptions, ConsulServer } from "./consul-server";

/** A real Consul with the rendered access control of a stack, and the rendered program that keeps it. */
export interface RestrictedRegistry {
  readonly consul: ConsulServer;
  readonly tokens: RegistryTokens;
  /** The rendered files by kind, secrets and all. */
  readonly files: Readonly<Record<string, string>>;
  /** One look of the keeper; answers what it changed, a line each. */
  keep(tokens?: RegistryTokens): Promise<readonly string[]>;
  /** Asks as who has this token; null has none. Answers status and body. */
  ask(
    token: string | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  stop(): Promise<void>;
}

export function freshTokens(): RegistryTokens {
  return Object.fromEntries(REGISTRY_TOKENS.map((name) => [name, randomUUID()])) as unknown as RegistryTokens;
}

export async function startRestrictedRegistry(
  plan: FleetPlan,
  options: ConsulOptions = {},
): Promise<RestrictedRegistry> {
  const tokens = freshTokens();
  // What else the plan needs is of no matter here.
  const secretsFor = (all: RegistryTokens) => ({
    ...Object.fromEntries(secretsNeeded(plan).map(({ name }) => [name, "of no matter"])),
    ...Object.fromEntries(REGISTRY_TOKENS.map((name) => [tokenName(name), all[name]])),
  });
  const filesFor = (all: RegistryTokens): Readonly<Record<string, string>> => ({
    ...renderFiles(plan),
    ...secretFiles(plan, secretsFor(all)),
  });
  const files = filesFor(tokens);
  const folder = mkdtempSync(join(tmpdir(), "fleet-registry-"));
  const write = (name: string, text: string | undefined): string => {
    const path = join(folder, name);
    writeFileSync(path, text ?? "");
    return path;
  };
  const access = write("access.json", files[REGISTRY_SERVER_ACCESS]);
  const { args = [] } = options;
  const consul = await startConsul({
    ...options,
    args: [`-config-file=${access}`, '-hcl=telemetry { prometheus_retention_time = "1m" }', ...args],
    token: tokens.management,
  });
  return {
    consul,
    tokens,
    files,
    async keep(wanted = tokens) {
      const all = filesFor(wanted);
      write("keep.sh", all[REGISTRY_ACCESS_SCRIPT]);
      write("policies.json", all[REGISTRY_ACCESS_POLICIES]);
      write("tokens.json", all[REGISTRY_ACCESS_TOKENS]);
      write("header", all[REGISTRY_ACCESS_HEADER]);
      const script = [join(folder, "keep.sh"), folder, `http://${consul.address}`, "0", join(folder, "kept")];
      const { stdout } = await promisify(execFile)("sh", script);
      return stdout.split("\n").filter((line) => line !== "");
    },
    async ask(token, method, path, body) {
      const response = await fetch(`http://${consul.address}${path}`, {
        method,
        headers: token === null ? {} : { "X-Consul-Token": token },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      try {
        return { status: response.status, body: JSON.parse(text) as unknown };
      } catch {
        return { status: response.status, body: text };
      }
    },
    async stop() {
      await consul.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
