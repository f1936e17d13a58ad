/**
 * What other programs may use: `import { Fleet, planProject } from "sutazai-fleet"`. Everything that is not
 * exported here may change without notice. docs/library.md shows how it goes together.
 */
export { Agent } from "./components/agent";
export type { AgentArgs } from "./components/agent";
export { declareResources } from "./components/declare";
export { dockerApiOf } from "./components/docker-api";
export { Fleet } from "./components/fleet";
export type { FleetArgs } from "./components/fleet";
export { InvalidArgument } from "./components/invalid-argument";
export { ModelBackend } from "./components/model-backend";
export { Monitoring } from "./components/monitoring";
export { Pool } from "./components/pool";
export { providersOf } from "./components/providers";
export { Queue } from "./components/queue";
export { Registry } from "./components/registry";
export { Router } from "./components/router";
export { secretsOf } from "./components/secrets";
export { TYPE } from "./components/tokens";
export { checkStack } from "./cli/pipeline";
export type { Checked } from "./cli/pipeline";
export { planProject } from "./cli/plan-project";
export { loadCatalog, loadCatalogFrom } from "./fleet/catalog/load";
export type { Catalog, CatalogAgent, CatalogService } from "./fleet/catalog/types";
export { LABEL } from "./fleet/labels";
export type { Place } from "./fleet/place";
export { planFleet } from "./fleet/plan/plan";
export type { AgentPlan, FleetPlan, ServicePlan } from "./fleet/plan/types";
export { InputError } from "./fleet/problem";
export type { Problem, ProblemCode } from "./fleet/problem";
export { prometheusRules } from "./fleet/render/prometheus-rules";
export { UNKNOWN } from "./fleet/resource";
export type { ResourceView } from "./fleet/resource";
export { secretsNeeded } from "./fleet/secrets/needed";
export type { NeededSecret, Secrets } from "./fleet/secrets/types";
export { sourcesIn } from "./fleet/source/read";
export type { Sources } from "./fleet/source/read";
export type { Stack, Tier } from "./fleet/tier";
export { evaluate } from "./policies/evaluate";
export type { Finding } from "./policies/finding";
export type { Report } from "./policies/report";
export type { Expected, Outcome, Rule } from "./policies/rule";
export { RULES } from "./policies/rules";
export { readProject, readStack } from "./stacks/read";
