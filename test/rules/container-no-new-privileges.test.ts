import { UNKNOWN } from "../../fleet/resource";
import { containerNoNewPrivileges } from "../../policies/rules/container-no-new-privileges";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const having = (...securityOpts: (string | typeof UNKNOWN)[]) => [goodContainer({ securityOpts })];

describeRule(containerNoNewPrivileges, [
  { title: "set", resources: [goodContainer()], expect: "pass" },
  { title: "set, a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "set, in the short form", resources: having("no-new-privileges"), expect: "pass" },
  {
    title: "set, in the form with an equals sign",
    resources: having("label=type:agent", "no-new-privileges=true"),
    expect: "pass",
  },
  {
    title: "set to false",
    resources: having("no-new-privileges:false"),
    expect: "fail",
    found: "no-new-privileges:false",
  },
  {
    title: "set and taken back",
    resources: having("no-new-privileges:true", "no-new-privileges:false"),
    expect: "fail",
  },
  {
    title: "not declared",
    resources: [goodContainer({ securityOpts: undefined })],
    expect: "fail",
    found: null,
  },
  { title: "other options only", resources: having("apparmor=docker-default"), expect: "fail" },
  { title: "a word that begins alike", resources: having("no-new-privileges-at-all"), expect: "fail" },
  {
    title: "not known yet",
    resources: [goodContainer({ securityOpts: UNKNOWN })],
    expect: "notEvaluated",
    property: "securityOpts",
  },
  {
    title: "one option not known yet",
    resources: having("no-new-privileges:true", UNKNOWN),
    expect: "notEvaluated",
  },
  {
    title: "one option not known yet, another takes it back",
    resources: having(UNKNOWN, "no-new-privileges:false"),
    expect: "fail",
  },
]);
