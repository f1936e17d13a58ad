import type { Rule } from "../rule";
import { agentRegisteredOnce } from "./agent-registered-once";
import { containerMemoryLimit } from "./container-memory-limit";
import { imageLocked } from "./image-locked";

import { containerConfined } from "./container-confined";
import { containerCpuCap } from "./container-cpu-cap";
import { containerCpuPriority } from "./container-cpu-priority";
import { containerHealthCheckContract } from "./container-health-check-contract";
import { containerHealthCheckNotTcp } from "./container-health-check-not-tcp";
import { containerHealthCheckPresent } from "./container-health-check-present";
import { containerHealthCheckRunnable } from "./container-health-check-runnable";
import { containerHostMounts } from "./container-host-mounts";
import { containerIgnoreChanges } from "./container-ignore-changes";
import { containerImageDeclared } from "./container-image-declared";
import { containerImagePinned } from "./container-image-pinned";
import { containerInit } from "./container-init";
import { containerLabels } from "./container-labels";
import { containerLogRotation } from "./container-log-rotation";
import { containerMemoryReservation } from "./container-memory-reservation";
import { containerMemorySwap } from "./container-memory-swap";
import { containerNoCapabilities } from "./container-no-capabilities";
import { containerNoDevices } from "./container-no-devices";
import { containerNoDockerSocket } from "./container-no-docker-socket";
import { containerNoHostNamespace } from "./container-no-host-namespace";
import { containerNoHostPorts } from "./container-no-host-ports";
import { containerNoNewPrivileges } from "./container-no-new-privileges";
import { containerNoSecretsInEnvironment } from "./container-no-secrets-in-environment";
import { containerNotPrivileged } from "./container-not-privileged";
import { containerNotRoot } from "./container-not-root";
import { containerReadOnlyRoot } from "./container-read-only-root";
import { containerRestartPolicy } from "./container-restart-policy";
import { containerRunningState } from "./container-running-state";
import { containerStopTimeout } from "./container-stop-timeout";

/** Every rule. Reports sort them by id. */
export const RULES: readonly Rule[] = [
  agentRegisteredOnce,
  containerMemoryLimit,
  imageLocked,

  // Containers
  containerConfined,
  containerCpuCap,
  containerCpuPriority,
  containerHealthCheckContract,
  containerHealthCheckNotTcp,
  containerHealthCheckPresent,
  containerHealthCheckRunnable,
  containerHostMounts,
  containerIgnoreChanges,
  containerImageDeclared,
  containerImagePinned,
  containerInit,
  containerLabels,
  containerLogRotation,
  containerMemoryReservation,
  containerMemorySwap,
  containerNoCapabilities,
  containerNoDevices,
  containerNoDockerSocket,
  containerNoHostNamespace,
  containerNoHostPorts,
  containerNoNewPrivileges,
  containerNoSecretsInEnvironment,
  containerNotPrivileged,
  containerNotRoot,
  containerReadOnlyRoot,
  containerRestartPolicy,
  containerRunningState,
  containerStopTimeout,
];
