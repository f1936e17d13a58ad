import { PolicyPack } from "@pulumi/policy";
import { configurationProblems } from "./pack/configuration";
import { contextOf } from "./pack/context";
import { listen } from "./pack/engine";
import { policiesOf } from "./pack/policies";
import { Refusal } from "./pack/refusal";
import { fleetRoot } from "./pack/root";
import type { Expected } from "./rule";
import { RULES } from "./rules";

const root = fleetRoot(__dirname);
let known: Expected | null = null;
const context = (): Expected => (known ??= contextOf(root, told()));

const told = listen((policies) => {
  const problems = configurationProblems(policies, RULES, context().stack.tier);
  if (problems.length > 0) throw new Refusal(`the pack's configuration is refused: ${problems.join("; ")}`);
});

new PolicyPack("sutazai-fleet", { policies: policiesOf(RULES, context) });
