import type { Rule } from "../rule";
import { agentRegisteredOnce } from "./agent-registered-once";
import { containerMemoryLimit } from "./container-memory-limit";
import { imageLocked } from "./image-locked";

/** Every rule, in the order of its id. */
export const RULES: readonly Rule[] = [agentRegisteredOnce, containerMemoryLimit, imageLocked];
