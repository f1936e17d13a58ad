import { createColors } from "picocolors";
import * as pulumi from "@pulumi/pulumi";
import { readerOf } from "./cli/output";
import { textProblems } from "./cli/reporters/problems";
import { findRoot } from "./cli/root";
import { dockerApiOf } from "./components/docker-api";
import { Fleet } from "./components/fleet";
import { providersOf } from "./components/providers";
import { secretsOf } from "./components/secrets";
import { loadCatalog } from "./fleet/catalog/load";
import { planFleet } from "./fleet/plan/plan";
import { InputError } from "./fleet/problem";
import { readStack } from "./stacks/read";

// From here, not from the current folder: the engine runs programs wherever it likes.
const root = findRoot(__dirname);
const config = new pulumi.Config("sutazai-fleet");

function readPlan() {
  try {
    const catalog = loadCatalog(root);
    const stack = readStack(root, pulumi.getStack(), catalog);
    const told = config.get("tier") ?? stack.tier.name;
    if (told === stack.tier.name) return planFleet(catalog, stack);
    const { file, line } = stack.place;
    throw new pulumi.RunError(`the engine was told tier ${told}; ${file}:${line} says ${stack.tier.name}`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new pulumi.RunError(textProblems(error.problems, readerOf(root), createColors(false)));
  }
}

const plan = readPlan();
const args = { plan, secrets: secretsOf(config, plan), dockerApi: dockerApiOf(config) };
const fleet = new Fleet(plan.fleet, args, { providers: providersOf(config, args) });

export const { agents, network, consulNode, addresses } = fleet;
