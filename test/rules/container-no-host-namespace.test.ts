import { UNKNOWN } from "../../fleet/resource";
import { containerNoHostNamespace } from "../../policies/rules/container-no-host-namespace";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const MODES = ["networkMode", "pidMode", "ipcMode", "usernsMode", "cgroupnsMode"];

describeRule(containerNoHostNamespace, [
  { title: "its own", resources: [goodContainer()], expect: "pass" },
  { title: "its own, a service", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "its own, said aloud",
    resources: [
      goodContainer({ networkMode: "bridge", ipcMode: "private", cgroupnsMode: "private", pidMode: "" }),
    ],
    expect: "pass",
  },
  ...MODES.flatMap((mode) => [
    {
      title: `${mode} of the host`,
      resources: [goodContainer({ [mode]: "host" })],
      expect: "fail" as const,
      found: "host",
      property: mode,
    },
    {
      title: `${mode} of another container`,
      resources: [goodContainer({ [mode]: "container:consul" })],
      expect: "fail" as const,
    },
    {
      title: `${mode} not known yet`,
      resources: [goodContainer({ [mode]: UNKNOWN })],
      expect: "notEvaluated" as const,
      property: mode,
    },
  ]),
  {
    title: "on the network called host",
    resources: [goodContainer({ networksAdvanced: [{ name: "sutazai-prod" }, { name: "host" }] })],
    expect: "fail",
    property: "networksAdvanced[1].name",
  },
  {
    title: "networks not known yet",
    resources: [goodContainer({ networksAdvanced: UNKNOWN })],
    expect: "notEvaluated",
    property: "networksAdvanced",
  },
  {
    title: "a network not known yet",
    resources: [goodContainer({ networksAdvanced: [{ name: UNKNOWN }] })],
    expect: "notEvaluated",
    property: "networksAdvanced[0].name",
  },
  {
    title: "only its address there not known yet",
    resources: [goodContainer({ networksAdvanced: [{ name: "sutazai-prod", ipv4Address: UNKNOWN }] })],
    expect: "pass",
  },
  {
    title: "one not known yet, another the host's",
    resources: [goodContainer({ pidMode: UNKNOWN, ipcMode: "host" })],
    expect: "fail",
    property: "ipcMode",
  },
]);
