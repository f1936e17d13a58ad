import type { AgentPlan } from "../../fleet/plan/types";

/** An agent that went and one that came, taken for the same. */
export interface RenamedAgent {
  readonly before: AgentPlan;
  readonly after: AgentPlan;
  readonly why: string;
}

/**
 * Pairs agents that went with agents that came: same role and group, and nobody else among those that went or
 * came has them. Anything less certain stays a removal and an addition.
 */
export function findRenames(removed: readonly AgentPlan[], added: readonly AgentPlan[]): RenamedAgent[] {
  const key = (agent: AgentPlan): string => `${agent.group}/${agent.role}`;
  const gone = onlyOnes(removed, key);
  const come = onlyOnes(added, key);
  const renames: RenamedAgent[] = [];
  for (const [identity, before] of gone) {
    const after = come.get(identity);
    if (after === undefined) continue;
    renames.push({
      before,
      after,
      why: `same role ${after.role} in group ${after.group}, which no other of them has`,
    });
  }
  return renames;
}

function onlyOnes(agents: readonly AgentPlan[], key: (agent: AgentPlan) => string): Map<string, AgentPlan> {
  const counts = new Map<string, number>();
  for (const agent of agents) counts.set(key(agent), (counts.get(key(agent)) ?? 0) + 1);
  return new Map(agents.filter((agent) => counts.get(key(agent)) === 1).map((agent) => [key(agent), agent]));
}
