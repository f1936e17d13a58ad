import type { FleetPlan, HealthPlan } from "../../fleet/plan/types";
import { goDuration } from "../../fleet/units/duration";

/** How long `wait` holds an update: the start period, every try of the check, and one more. */
export function waitTimeout(
  health: Pick<HealthPlan, "startPeriod" | "interval" | "timeout" | "retries">,
): number {
  return Math.ceil(health.startPeriod + (health.interval + health.timeout) * (health.retries + 1));
}

/** The image with its digest where it is known: a tag alone can move. */
export function imageWithDigest(reference: string, digest: string | null): string {
  return digest === null ? reference : `${reference}@${digest}`;
}

/** A type and no interface: declared resources are records of such values. */
export type Healthcheck = {
  readonly tests: string[];
  readonly interval: string;
  readonly timeout: string;
  readonly startPeriod: string;
  readonly retries: number;
  readonly startInterval?: string;
};

/** The health check as the provider wants it. Durations as Docker gives them back, else every refresh differs. */
export function healthcheck(
  health: Pick<HealthPlan, "command" | "startPeriod" | "interval" | "timeout" | "retries" | "startInterval">,
): Healthcheck {
  return {
    tests: ["CMD", ...health.command],
    interval: goDuration(health.interval),
    timeout: goDuration(health.timeout),
    startPeriod: goDuration(health.startPeriod),
    retries: health.retries,
    ...(health.startInterval === undefined ? {} : { startInterval: goDuration(health.startInterval) }),
  };
}

/** What every container of the fleet has, agent or service: hardening, log rotation and a clean stop. */
export function hardened({ container }: FleetPlan, writable: readonly string[] = ["/tmp"]) {
  return {
    readOnly: true,
    tmpfs: Object.fromEntries(writable.map((path) => [path, `rw,noexec,nosuid,size=${container.tmpfs}m`])),
    capabilities: { drops: ["ALL"] },
    securityOpts: ["no-new-privileges:true"],
    init: true,
    shmSize: container.shm,
    ulimits: [{ name: "nofile", soft: container.openFiles, hard: container.openFiles }],
    logDriver: "json-file",
    logOpts: { "max-file": String(container.logMaxFiles), "max-size": container.logMaxSize },
    stopTimeout: container.stopTimeout,
    destroyGraceSeconds: container.stopTimeout,
  };
}
