import type { Rule } from "../rule";
import { agentCount } from "./agent-count";
import { agentRegisteredOnce } from "./agent-registered-once";
import { alertsCoverAgents } from "./alerts-cover-agents";
import { alertsCoverKpis } from "./alerts-cover-kpis";
import { alertsCoverThresholds } from "./alerts-cover-thresholds";
import { baselineUnused } from "./baseline-unused";
import { budgetAgentCpu } from "./budget-agent-cpu";
import { budgetAgentMemory } from "./budget-agent-memory";
import { budgetHostCpu } from "./budget-host-cpu";
import { budgetHostMemory } from "./budget-host-memory";
import { consulCheckContract } from "./consul-check-contract";
import { consulConfigEntryClean } from "./consul-config-entry-clean";
import { consulIgnoreChanges } from "./consul-ignore-changes";
import { consulNoDeregister } from "./consul-no-deregister";
import { consulNodeExternal } from "./consul-node-external";
import { consulServiceContract } from "./consul-service-contract";
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
import { containerMemoryLimit } from "./container-memory-limit";
import { containerMemoryReservation } from "./container-memory-reservation";
import { containerMemorySwap } from "./container-memory-swap";
import { containerModelsTagged } from "./container-models-tagged";
import { containerNoAnonymousAccess } from "./container-no-anonymous-access";
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
import { exemptionExpired } from "./exemption-expired";
import { exemptionExpiring } from "./exemption-expiring";
import { exemptionUnused } from "./exemption-unused";
import { fleetNoUnapprovedDrift } from "./fleet-no-unapproved-drift";
import { imageLocked } from "./image-locked";
import { networkLabels } from "./network-labels";
import { poolSizes } from "./pool-sizes";
import { registryNeedsToken } from "./registry-needs-token";
import { startOrderComplete } from "./start-order-complete";
import { statefulProtected } from "./stateful-protected";
import { tierFitsStack } from "./tier-fits-stack";
import { uniqueHostPorts } from "./unique-host-ports";
import { uniqueNames } from "./unique-names";
import { volumeLabels } from "./volume-labels";

/** Every rule, sorted by its id. */
export const RULES: readonly Rule[] = [
  agentCount,
  agentRegisteredOnce,
  alertsCoverAgents,
  alertsCoverKpis,
  alertsCoverThresholds,
  baselineUnused,
  budgetAgentCpu,
  budgetAgentMemory,
  budgetHostCpu,
  budgetHostMemory,
  consulCheckContract,
  consulConfigEntryClean,
  consulIgnoreChanges,
  consulNoDeregister,
  consulNodeExternal,
  consulServiceContract,
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
  containerMemoryLimit,
  containerMemoryReservation,
  containerMemorySwap,
  containerModelsTagged,
  containerNoAnonymousAccess,
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
  exemptionExpired,
  exemptionExpiring,
  exemptionUnused,
  fleetNoUnapprovedDrift,
  imageLocked,
  networkLabels,
  poolSizes,
  registryNeedsToken,
  startOrderComplete,
  statefulProtected,
  tierFitsStack,
  uniqueHostPorts,
  uniqueNames,
  volumeLabels,
];
