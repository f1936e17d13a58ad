import type { FoundContainer, FoundImage } from "../../cli/drift/live/found";
import { goNanoseconds } from "../../cli/drift/live/normalise";
import type { ResourceView } from "../../fleet/resource";

/** What Docker 20.10 answers about a container that was made as an agent is declared; the shape is a recorded one. */

const MIB = 1024 * 1024;
export const IMAGE: FoundImage = {
  id: `sha256:${"a".repeat(64)}`,
  config: {
    User: "10001:10001",
    Env: ["PATH=/usr/local/bin:/bin"],
    Cmd: ["/bin/httpd", "-f"],
    Labels: { vendor: "image" },
    Volumes: { "/cache": {} },
  },
};

interface Declared {
  readonly name: string;
  readonly hostname?: string;
  readonly image: string;
  readonly user: string;
  readonly memory: number;
  readonly memorySwap: number;
  readonly memoryReservation?: number;
  readonly cpus: string;
  readonly cpuShares: number;
  readonly envs?: readonly string[];
  readonly restart: string;
  readonly readOnly: boolean;
  readonly volumes?: readonly {
    readonly volumeName: string;
    readonly containerPath: string;
    readonly readOnly?: boolean;
  }[];
  readonly start?: boolean;
  readonly stopTimeout: number;
  readonly shmSize: number;
  readonly tmpfs: Readonly<Record<string, string>>;
  readonly logOpts: Readonly<Record<string, string>>;
  readonly labels: readonly { readonly label: string; readonly value: string }[];
  readonly ulimits: readonly { readonly name: string; readonly soft: number; readonly hard: number }[];
  readonly networksAdvanced: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly healthcheck: {
    readonly tests: readonly string[];
    readonly interval: string;
    readonly timeout: string;
    readonly startPeriod: string;
    readonly retries: number;
    readonly startInterval?: string;
  };
}

/** A container of an agent, as it is right after `up`. A fresh copy: tests change it. */
export function containerOf({ properties }: ResourceView, id = "1".repeat(64)): MutableContainer {
  const p = properties as unknown as Declared;
  const running = p.start !== false;
  const networks = p.networksAdvanced.map(({ name, aliases }) => [
    name,
    { Aliases: [...aliases, id.slice(0, 12)], NetworkID: "n" },
  ]);
  const info = {
    Id: id,
    Name: `/${p.name}`,
    Image: IMAGE.id,
    State: {
      Status: running ? "running" : "created",
      Running: running,
      Paused: false,
      Health: { Status: running ? "healthy" : "starting", FailingStreak: 0, Log: [] },
    },
    Config: {
      Hostname: p.hostname ?? id.slice(0, 12),
      User: p.user,
      Env: [...(p.envs ?? []), "PATH=/usr/local/bin:/bin"],
      Cmd: ["/bin/httpd", "-f"],
      Entrypoint: null,
      Image: p.image,
      WorkingDir: "",
      Labels: { vendor: "image", ...Object.fromEntries(p.labels.map(({ label, value }) => [label, value])) },
      StopTimeout: p.stopTimeout,
      Tty: false,
      OpenStdin: false,
      Healthcheck: {
        Test: [...p.healthcheck.tests],
        Interval: goNanoseconds(p.healthcheck.interval),
        Timeout: goNanoseconds(p.healthcheck.timeout),
        StartPeriod: goNanoseconds(p.healthcheck.startPeriod),
        Retries: p.healthcheck.retries,
        ...(p.healthcheck.startInterval === undefined
          ? {}
          : { StartInterval: goNanoseconds(p.healthcheck.startInterval) }),
      },
    },
    HostConfig: {
      Binds: null,
      NetworkMode: "bridge",
      PortBindings: {},
      RestartPolicy: { Name: p.restart, MaximumRetryCount: 0 },
      CapAdd: null,
      CapDrop: ["ALL"],
      Dns: [],
      DnsOptions: [],
      DnsSearch: [],
      ExtraHosts: null,
      GroupAdd: null,
      IpcMode: "private",
      PidMode: "",
      Privileged: false,
      PublishAllPorts: false,
      ReadonlyRootfs: p.readOnly,
      SecurityOpt: ["no-new-privileges:true"],
      Tmpfs: { ...p.tmpfs },
      UsernsMode: "",
      ShmSize: p.shmSize * MIB,
      CpuShares: p.cpuShares,
      Memory: p.memory * MIB,
      NanoCpus: Number(p.cpus) * 1e9,
      CgroupParent: "",
      CpuPeriod: 0,
      CpuQuota: 0,
      CpusetCpus: "",
      Devices: [],
      MemoryReservation: (p.memoryReservation ?? 0) * MIB,
      MemorySwap: p.memorySwap * MIB,
      PidsLimit: null,
      Init: true,
      Ulimits: p.ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })),
      LogConfig: { Type: "json-file", Config: { ...p.logOpts } },
    },
    Mounts: [
      ...(p.volumes ?? []).map(({ volumeName, containerPath, readOnly = false }) => ({
        Type: "volume",
        Name: volumeName,
        Source: `/var/lib/docker/volumes/${volumeName}/_data`,
        Destination: containerPath,
        RW: !readOnly,
        Mode: "z",
      })),
      { Type: "volume", Name: "f".repeat(64), Destination: "/cache", Source: "/v", RW: true, Mode: "" },
    ],
    NetworkSettings: {
      Networks: Object.fromEntries(networks) as Record<string, { Aliases: string[] | null }>,
    },
  };
  return {
    info,
    changes: [
      { Path: "/tmp", Kind: 0 },
      { Path: "/cache", Kind: 1 },
    ],
    image: IMAGE,
  };
}

export interface MutableContainer {
  info: {
    Id: string;
    Name: string;
    Image: string;
    State: { Status: string; Running: boolean; Paused: boolean; Health: { Status: string } };
    Config: { Env: string[]; Labels: Record<string, string>; Image: string } & Record<string, unknown>;
    HostConfig: Record<string, unknown>;
    Mounts: { Type: string; Name?: string; Destination: string; Source: string; RW: boolean; Mode: string }[];
    NetworkSettings: { Networks: Record<string, { Aliases: string[] | null }> };
  };
  changes: { Path: string; Kind: number }[] | null;
  image: FoundImage | null;
}

export function frozen(container: MutableContainer): FoundContainer {
  return container as unknown as FoundContainer;
}
