// How containers are policed without this project: one TypeScript file that loads the provider's SDK, a handful of rules.
import * as docker from "@pulumi/docker";
import { PolicyPack, validateResourceOfType } from "@pulumi/policy";
import type { ResourceValidationPolicy } from "@pulumi/policy";

type Wanted = Partial<Record<keyof docker.ContainerArgs, unknown>>;

const rule = (
  name: string,
  description: string,
  keeps: (container: Wanted) => boolean,
): ResourceValidationPolicy => ({
  name,
  description,
  enforcementLevel: "mandatory",
  validateResource: validateResourceOfType(docker.Container, (container, _args, report) => {
    if (!keeps(container)) report(description);
  }),
});

new PolicyPack("naive-pack", {
  policies: [
    rule("memory", "A container has a memory limit.", ({ memory }) => memory !== undefined),
    rule("swap", "A container has no swap.", ({ memory, memorySwap }) => memorySwap === memory),
    rule("cpus", "A container has a CPU cap.", ({ cpus }) => cpus !== undefined),
    rule("shares", "A container has a CPU priority.", ({ cpuShares }) => cpuShares !== undefined),
    rule("health", "A container has a health check.", ({ healthcheck }) => healthcheck !== undefined),
    rule("root", "A container has a read-only root.", ({ readOnly }) => readOnly === true),
    rule("user", "A container has a user.", ({ user }) => user !== undefined && user !== "root"),
    rule("init", "A container has an init process.", ({ init }) => init === true),
    rule("privileged", "A container is not privileged.", ({ privileged }) => privileged !== true),
    rule("logs", "A container rotates its log.", ({ logOpts }) => logOpts !== undefined),
    rule("labels", "A container has labels.", ({ labels }) => labels !== undefined),
  ],
});
