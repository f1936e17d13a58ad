import { UNKNOWN } from "../../fleet/resource";
import { containerConfined } from "../../policies/rules/container-confined";
import { describeRule } from "./cases";
import { goodContainer } from "./good";

const having = (...securityOpts: (string | typeof UNKNOWN)[]) => [goodContainer({ securityOpts })];

describeRule(containerConfined, [
  { title: "the engine's profiles", resources: [goodContainer()], expect: "pass" },
  { title: "no options", resources: [goodContainer({ securityOpts: undefined })], expect: "pass" },
  {
    title: "a profile of its own",
    resources: having("seccomp=/etc/agent.json", "apparmor=agent"),
    expect: "pass",
  },
  ...[
    "seccomp=unconfined",
    "seccomp:unconfined",
    "apparmor=unconfined",
    "apparmor:unconfined",
    "systempaths=unconfined",
    "label=disable",
    "label:disable",
  ].map((option) => ({
    title: option,
    resources: having("no-new-privileges:true", option),
    expect: "fail" as const,
    found: option,
  })),
  {
    title: "not known yet",
    resources: [goodContainer({ securityOpts: UNKNOWN })],
    expect: "notEvaluated",
    property: "securityOpts",
  },
  { title: "one option not known yet", resources: having(UNKNOWN), expect: "notEvaluated" },
  {
    title: "one option not known yet beside a bad one",
    resources: having(UNKNOWN, "seccomp=unconfined"),
    expect: "fail",
  },
]);
