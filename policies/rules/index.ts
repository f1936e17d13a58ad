import type { Rule } from "../rule";
import { agentCount } from "./agent-count";
import { agentRegisteredOnce } from "./agent-registered-once";
import { alertsCoverAgents } from "./alerts-cover-agents";
import { alertsCoverKpis } from "./alerts-cover-kpis";
import { alertsCoverThresholds } from "./alerts-cover-thresholds";
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
import { containerMemoryLimit } from "./container-memory-limit";
import { imageLocked } from "./image-locked";
import { networkLabels } from "./network-labels";
import { poolSizes } from "./pool-sizes";
import { startOrderComplete } from "./start-order-complete";
import { statefulProtected } from "./stateful-protected";
import { tierFitsStack } from "./tier-fits-stack";
import { uniqueHostPorts } from "./unique-host-ports";
import { uniqueNames } from "./unique-names";
import { volumeLabels } from "./volume-labels";

/** Every rule. */
export const RULES: readonly Rule[] = [
  agentCount,
  agentRegisteredOnce,
  alertsCoverAgents,
  alertsCoverKpis,
  alertsCoverThresholds,
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
  imageLocked,
  networkLabels,
  poolSizes,
  startOrderComplete,
  statefulProtected,
  tierFitsStack,
  uniqueHostPorts,
  uniqueNames,
  volumeLabels,
  containerMemoryLimit,
];
