import { appendFileSync } from "node:fs";
import { PolicyPack } from "@pulumi/policy";
import { dayOf, parseDay } from "../fleet/units/day";
import type { Finding } from "./finding";
import { configurationProblems } from "./pack/configuration";
import { contextOf } from "./pack/context";
import { listen, unpackOnce } from "./pack/engine";
import { policiesOf } from "./pack/policies";
import { Refusal } from "./pack/refusal";
import { fleetRoot } from "./pack/root";
import { Views } from "./pack/views";
import type { Expected } from "./rule";
import { RULES } from "./rules";

const root = fleetRoot(__dirname);
let known: Expected | null = null;
// The day on which exemptions count: the command line's, so that both judge the same; else today.
const today = parseDay(process.env["SUTAZAI_FLEET_TODAY"] ?? "") ?? dayOf(Date.now());
// What the command line has read and found right, so that it is not parsed once more.
const checked = process.env["SUTAZAI_FLEET_CHECKED"] ?? null;
const context = (): Expected => (known ??= contextOf(root, told(), today, checked));

const told = listen((policies) => {
  const problems = configurationProblems(policies, RULES, context().stack.tier);
  if (problems.length > 0) throw new Refusal(`the pack's configuration is refused: ${problems.join("; ")}`);
});

// Where the command line wants to have the findings, one a line.
const file = process.env["SUTAZAI_FLEET_FINDINGS"] ?? "";
const tell = (finding: Finding): void => {
  if (file !== "") appendFileSync(file, `${JSON.stringify(finding)}\n`);
};

const views = new Views();
unpackOnce((urn) => {
  views.forget(urn);
});

new PolicyPack("sutazai-fleet", { policies: policiesOf(RULES, context, tell, views) });
