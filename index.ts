import * as pulumi from "@pulumi/pulumi";
import { Fleet } from "./components/fleet";
import { loadCatalog } from "./fleet/catalog/load";
import { planFleet } from "./fleet/plan/plan";
import { readStack } from "./stacks/read";

const root = pulumi.runtime.getRootDirectory();
const catalog = loadCatalog(root);
const plan = planFleet(catalog, readStack(root, pulumi.getStack(), catalog));
const fleet = new Fleet(plan.fleet, { plan });

export const agents = fleet.agents;
