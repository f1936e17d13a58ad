import { declareResources } from "../../components/declare";
import { planFleet } from "../../fleet/plan/plan";
import { CONSUL_SERVICE } from "../../fleet/resource";
import { agentRegisteredOnce } from "../../policies/rules/agent-registered-once";
import { imageLocked } from "../../policies/rules/image-locked";
import { describeRule, expectedIn } from "./cases";

const { catalog, stack } = expectedIn("prod");
const all = declareResources(planFleet(catalog, stack));
const isService = (name: string) => (resource: (typeof all)[number]) =>
  resource.type === CONSUL_SERVICE && resource.name === name;

describeRule(agentRegisteredOnce, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "one agent missing",
    resources: all.filter((each) => !isService("autogpt")(each)),
    expect: "fail",
    found: 0,
  },
  {
    title: "one agent twice",
    resources: [...all, ...all.filter(isService("autogpt"))],
    expect: "fail",
    found: 2,
  },
  {
    title: "a registration without an agent",
    resources: [...all, ...all.filter(isService("autogpt")).map((each) => ({ ...each, name: "nobody" }))],
    expect: "fail",
    found: "registered",
  },
]);

describeRule(imageLocked, [
  { title: "no digest in prod", resources: all, expect: "fail", found: "no digest" },
  { title: "no digest in dev", tier: "dev", resources: all, expect: "notApplicable" },
]);
