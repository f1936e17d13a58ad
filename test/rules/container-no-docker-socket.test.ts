import { UNKNOWN } from "../../fleet/resource";
import { containerNoDockerSocket } from "../../policies/rules/container-no-docker-socket";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const REACHING = [
  "/var/run/docker.sock",
  "/run/docker.sock",
  "/srv/docker.sock",
  "/srv/docker-raw.sock",
  "/run/user/1000/docker.sock",
  "/run/containerd/containerd.sock",
  "/run/podman/podman.sock",
  "/var/run/crio/crio.sock",
  "/var/run",
  "/var/run/",
  "/run",
  "/run/user/1000",
  "/run/podman",
  "/var",
  "/",
  "//",
  "/srv/../run",
  "/run/./docker.sock",
  "/proc",
  "/proc/1/root",
  "//./pipe/docker_engine",
];
const OTHER = [
  "/sys",
  "/srv",
  "/running",
  "/var/log",
  "/var/running",
  "/processes",
  "/run/secrets",
  "/srv/agent.sock",
];

describeRule(containerNoDockerSocket, [
  { title: "nothing mounted", resources: [goodContainer()], expect: "pass" },
  { title: "what cAdvisor mounts", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "a volume",
    resources: [goodContainer({ volumes: [{ volumeName: "data", containerPath: "/data" }] })],
    expect: "pass",
  },
  ...REACHING.flatMap((path) => [
    {
      title: `volume ${path}`,
      resources: [goodContainer({ volumes: [{ hostPath: path, containerPath: "/x", readOnly: true }] })],
      expect: "fail" as const,
      found: path,
      property: "volumes[0]",
    },
    {
      title: `mount ${path}`,
      resources: [goodContainer({ mounts: [{ type: "bind", source: path, target: "/x", readOnly: true }] })],
      expect: "fail" as const,
      found: path,
      property: "mounts[0]",
    },
  ]),
  ...OTHER.map((path) => ({
    title: `volume ${path}, another rule's`,
    resources: [goodContainer({ volumes: [{ hostPath: path, containerPath: "/x" }] })],
    expect: "pass" as const,
  })),
  {
    title: "under another name in the container",
    resources: [goodContainer({ volumes: [{ hostPath: "/srv/a", containerPath: "/var/run/docker.sock" }] })],
    expect: "fail",
    found: "/var/run/docker.sock",
  },
  {
    title: "as the name of a volume",
    resources: [goodContainer({ volumes: [{ volumeName: "/var/run/docker.sock", containerPath: "/x" }] })],
    expect: "fail",
  },
  {
    title: "as the device of a volume",
    resources: [
      goodContainer({
        mounts: [
          {
            type: "volume",
            source: "x",
            target: "/x",
            volumeOptions: { driverOptions: { type: "none", o: "bind", device: "/run" } },
          },
        ],
      }),
    ],
    expect: "fail",
    found: "/run",
  },
  {
    title: "the second of two",
    resources: [
      goodContainer({
        volumes: [
          { volumeName: "data", containerPath: "/data" },
          { hostPath: "/run", containerPath: "/x" },
        ],
      }),
    ],
    expect: "fail",
    property: "volumes[1]",
  },
  {
    title: "by a service",
    resources: [
      goodServiceContainer({
        volumes: [{ hostPath: "/var/run/docker.sock", containerPath: "/x", readOnly: true }],
      }),
    ],
    expect: "fail",
  },
  {
    title: "a tmpfs",
    resources: [goodContainer({ mounts: [{ type: "tmpfs", target: "/run" }] })],
    expect: "pass",
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
    title: "one volume not known yet",
    resources: [goodContainer({ volumes: [UNKNOWN] })],
    expect: "notEvaluated",
    property: "volumes[0]",
  },
  {
    title: "the path of one not known yet",
    resources: [goodContainer({ volumes: [{ hostPath: UNKNOWN, containerPath: "/x" }] })],
    expect: "notEvaluated",
  },
  {
    title: "the source of one not known yet",
    resources: [goodContainer({ mounts: [{ type: "bind", source: UNKNOWN, target: "/x" }] })],
    expect: "notEvaluated",
  },
  {
    title: "the type of one not known yet",
    resources: [goodContainer({ mounts: [{ type: UNKNOWN, source: "/run", target: "/x" }] })],
    expect: "fail",
  },
  {
    title: "the target of a volume not known yet",
    resources: [goodContainer({ volumes: [{ volumeName: "data", containerPath: UNKNOWN }] })],
    expect: "pass",
  },
  {
    title: "only read-only not known yet",
    resources: [goodContainer({ volumes: [{ hostPath: "/srv", containerPath: "/x", readOnly: UNKNOWN }] })],
    expect: "pass",
  },
]);
