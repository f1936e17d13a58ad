import * as pulumi from "@pulumi/pulumi";
import type { FleetPlan } from "../fleet/plan/types";
import { secretFiles } from "../fleet/render/secret-files";
import { secretsMissing, secretsNeeded } from "../fleet/secrets/needed";
import type { Secrets } from "../fleet/secrets/types";
import type { RenderedFiles } from "./files";
import { InvalidArgument } from "./invalid-argument";

/**
 * The secrets of a stack, from its configuration: a key for each. Without them services would know nobody: a preview
 * may go on and says so, an update stops before it touches anything.
 *
 * @returns undefined when none is needed, or one is not there yet
 * @throws RunError in an update that lacks one
 */
export function secretsOf(config: pulumi.Config, plan: FleetPlan): pulumi.Output<Secrets> | undefined {
  const needed = secretsNeeded(plan);
  if (needed.length === 0) return undefined;
  const found = needed.flatMap(({ name }) => {
    const value = config.getSecret(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const missing = secretsMissing(plan, Object.fromEntries(found.map(([name]) => [name, ""])));
  if (missing.length === 0) return pulumi.secret(Object.fromEntries(found));
  const keys = missing.map(({ name, for: user }) => `${config.name}:${name} (${user})`).join(", ");
  const fix = `pulumi config set --secret ${config.name}:${missing[0]?.name ?? ""}`;
  const message = `secrets of the stack are missing: ${keys}. Set each: ${fix}`;
  if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(message);
  void pulumi.log.warn(message);
  return undefined;
}

/** The text of every file, by kind. What holds a secret is one. @param files the same without the secrets */
export function filesWith(
  plan: FleetPlan,
  files: RenderedFiles,
  secrets: pulumi.Input<Secrets> | undefined,
): Readonly<Record<string, pulumi.Input<string>>> {
  if (secrets === undefined || secretsNeeded(plan).length === 0) return files;
  const made = pulumi.secret(secrets).apply((known) => secretFiles(plan, complete(plan, known)));
  const kinds = Object.keys(secretFiles(plan, null));
  return {
    ...files,
    ...Object.fromEntries(kinds.map((kind) => [kind, made.apply((all) => all[kind] ?? "")])),
  };
}

function complete(plan: FleetPlan, secrets: Secrets): Secrets {
  const missing = secretsMissing(plan, secrets).map(({ name, for: user }) => `${name} (${user})`);
  if (missing.length === 0) return secrets;
  throw new InvalidArgument(
    `secrets of Fleet ${plan.fleet}`,
    `without ${missing.join(", ")}`,
    "all that the plan needs",
    "hand each over by its name",
  );
}
