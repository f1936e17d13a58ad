import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerHostMounts } from "../../policies/rules/container-host-mounts";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const SYS = { hostPath: "/sys", containerPath: "/sys", readOnly: true };
const agent = (...volumes: PropertyValue[]) => [goodContainer({ volumes })];
const service = (...volumes: PropertyValue[]) => [goodServiceContainer({ volumes })];

describeRule(containerHostMounts, [
  { title: "an agent without mounts", resources: [goodContainer()], expect: "pass" },
  {
    title: "an agent with a volume",
    resources: agent({ volumeName: "data", containerPath: "/data" }),
    expect: "pass",
  },
  {
    title: "an agent with a tmpfs",
    resources: [goodContainer({ mounts: [{ type: "tmpfs", target: "/x" }] })],
    expect: "pass",
  },
  {
    title: "an agent with a folder of the host",
    resources: agent(SYS),
    expect: "fail",
    found: "/sys",
    property: "volumes[0]",
  },
  {
    title: "an agent with a bind mount",
    resources: [goodContainer({ mounts: [{ type: "bind", source: "/srv", target: "/srv" }] })],
    expect: "fail",
    found: "/srv",
    property: "mounts[0]",
  },
  {
    title: "an agent with a folder as a volume's name",
    resources: agent({ volumeName: "./data", containerPath: "/data" }),
    expect: "fail",
    found: "./data",
  },
  {
    title: "an agent with a folder as a volume's device",
    resources: [
      goodContainer({
        mounts: [
          { type: "volume", source: "v", target: "/x", volumeOptions: { driverOptions: { device: "/srv" } } },
        ],
      }),
    ],
    expect: "fail",
    found: "/srv",
  },
  {
    title: "an agent with the mounts of another container",
    resources: agent({ fromContainer: "consul" }),
    expect: "fail",
    found: "all of container consul",
  },
  {
    title: "a mount of no type",
    resources: [goodContainer({ mounts: [{ source: "/srv", target: "/srv" }] })],
    expect: "fail",
  },
  { title: "a service with what its entry lists", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "the same, written otherwise",
    resources: service({ ...SYS, hostPath: "/sys/", containerPath: "/./sys" }),
    expect: "pass",
  },
  {
    title: "the same as a bind mount",
    resources: [
      goodServiceContainer({
        volumes: undefined,
        mounts: [{ type: "bind", source: "/sys", target: "/sys", readOnly: true }],
      }),
    ],
    expect: "pass",
  },
  {
    title: "the same, writable",
    resources: service({ ...SYS, readOnly: false }),
    expect: "fail",
    found: false,
    property: "volumes[0].readOnly",
  },
  {
    title: "the same, without saying read-only",
    resources: service({ hostPath: "/sys", containerPath: "/sys" }),
    expect: "fail",
    property: "volumes[0].readOnly",
  },
  {
    title: "the same in another place",
    resources: service({ ...SYS, containerPath: "/host" }),
    expect: "fail",
    found: "/sys at /host",
  },
  { title: "a folder above", resources: service({ ...SYS, hostPath: "/" }), expect: "fail", found: "/" },
  { title: "a folder below", resources: service({ ...SYS, hostPath: "/sys/kernel" }), expect: "fail" },
  {
    title: "one more than its entry lists",
    resources: service(SYS, { hostPath: "/etc", containerPath: "/etc", readOnly: true }),
    expect: "fail",
    found: "/etc",
    property: "volumes[1]",
  },
  {
    title: "a service whose entry lists none",
    resources: [{ ...goodServiceContainer(), name: "prometheus" }],
    expect: "fail",
    found: "/sys",
  },
  {
    title: "a container that the catalog does not know",
    resources: [{ ...goodServiceContainer(), name: "other" }],
    expect: "fail",
  },
  {
    title: "volumes not known yet",
    resources: [goodContainer({ volumes: UNKNOWN })],
    expect: "notEvaluated",
    property: "volumes",
  },
  {
    title: "mounts not known yet",
    resources: [goodContainer({ mounts: UNKNOWN })],
    expect: "notEvaluated",
    property: "mounts",
  },
  {
    title: "a path not known yet",
    resources: agent({ hostPath: UNKNOWN, containerPath: "/x" }),
    expect: "notEvaluated",
    property: "volumes[0]",
  },
  {
    title: "a volume's name not known yet, which may be a path",
    resources: agent({ volumeName: UNKNOWN, containerPath: "/x" }),
    expect: "notEvaluated",
  },
  {
    title: "the target of a volume not known yet",
    resources: agent({ volumeName: "data", containerPath: UNKNOWN }),
    expect: "pass",
  },
  {
    title: "read-only not known yet",
    resources: service({ ...SYS, readOnly: UNKNOWN }),
    expect: "notEvaluated",
    property: "volumes[0].readOnly",
  },
  {
    title: "the target of a listed one not known yet",
    resources: service({ ...SYS, containerPath: UNKNOWN }),
    expect: "notEvaluated",
    property: "volumes[0].containerPath",
  },
  {
    title: "everything else of a forbidden one not known yet",
    resources: agent({ hostPath: "/srv", containerPath: UNKNOWN, readOnly: UNKNOWN }),
    expect: "fail",
  },
]);
