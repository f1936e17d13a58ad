import type Docker from "dockerode";
import { textOf } from "../protocol/schema";
import type { Value, Values } from "../protocol/schema";

const MIB = 1024 * 1024;

/** A duration as Go writes it, from nanoseconds. */
export function goDuration(nanoseconds: number): string {
  if (nanoseconds < 1e9) return nanoseconds === 0 ? "0s" : `${nanoseconds / 1e6}ms`;
  const seconds = nanoseconds / 1e9;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = seconds - hours * 3600 - minutes * 60;
  const head = hours > 0 ? `${hours}h${minutes}m` : minutes > 0 ? `${minutes}m` : "";
  return `${head}${rest}s`;
}

/** What the client's types leave open. */
function texts(from: unknown): string[] {
  return Array.isArray(from) ? from.map(String) : [];
}

/** Cores as the provider writes them: always with a decimal. */
function cores(nano: number): string {
  const text = String(nano / 1e9);
  return text.includes(".") ? text : `${text}.0`;
}

const mebibytes = (bytes: number): number => (bytes > 0 ? Math.floor(bytes / MIB) : bytes);

/**
 * What the official plugin takes into the state from a container that stands. Environment, labels, networks and
 * volumes are not read back, and neither are pids limit and pause: changes of them are never seen.
 */
export function containerState(inspected: Docker.ContainerInspectInfo, known: Values): Values {
  const { Config: config, HostConfig: host, State: state, NetworkSettings: network } = inspected;
  const groups: Value = texts(host.GroupAdd);
  const wasToRun = known["mustRun"] !== false;
  const result: Values = {
    ...known,
    id: inspected.Id,
    bridge: (network as { Bridge?: string }).Bridge ?? "",
    name: inspected.Name.replace(/^\//, ""),
    image: textOf(known["image"] ?? "").startsWith("sha256:") ? inspected.Image : config.Image,
    mustRun: wasToRun && state.Running,
    exitCode: state.Running ? (known["exitCode"] ?? null) : state.ExitCode,
    rm: host.AutoRemove ?? false,
    readOnly: host.ReadonlyRootfs ?? false,
    hostname: config.Hostname,
    domainname: config.Domainname,
    command: config.Cmd,
    entrypoints: typeof config.Entrypoint === "string" ? [config.Entrypoint] : (config.Entrypoint ?? []),
    user: config.User,
    workingDir: config.WorkingDir,
    restart: host.RestartPolicy?.Name ?? "",
    maxRetryCount: host.RestartPolicy?.MaximumRetryCount ?? 0,
    init: host.Init ?? false,
    privileged: host.Privileged ?? false,
    publishAllPorts: host.PublishAllPorts ?? false,
    securityOpts: texts(host.SecurityOpt),
    runtime: host.Runtime ?? "",
    platform: inspected.Platform,
    tmpfs: host.Tmpfs ?? {},
    memory: mebibytes(host.Memory ?? 0),
    memorySwap: mebibytes(host.MemorySwap ?? 0),
    memoryReservation: mebibytes(host.MemoryReservation ?? 0),
    shmSize: mebibytes(host.ShmSize ?? 0),
    cpuShares: host.CpuShares ?? 0,
    cpuSet: host.CpusetCpus ?? "",
    logDriver: host.LogConfig?.Type ?? "",
    networkMode: host.NetworkMode ?? "",
    usernsMode: host.UsernsMode ?? "",
    ipcMode: host.IpcMode ?? "",
    sysctls: host.Sysctls ?? {},
    groupAdds: groups,
    dns: host.Dns ?? [],
    tty: config.Tty,
    stdinOpen: config.OpenStdin,
    stopSignal: (config as { StopSignal?: string }).StopSignal ?? "",
    stopTimeout: (config as { StopTimeout?: number }).StopTimeout ?? 0,
    networkDatas: Object.entries(network.Networks).map(([name, endpoint]) => ({
      networkName: name,
      ipAddress: endpoint.IPAddress,
      ipPrefixLength: endpoint.IPPrefixLen,
      gateway: endpoint.Gateway,
      ipv6Gateway: endpoint.IPv6Gateway,
      globalIpv6Address: endpoint.GlobalIPv6Address,
      globalIpv6PrefixLength: endpoint.GlobalIPv6PrefixLen,
      macAddress: endpoint.MacAddress,
    })),
  };
  if ((host.NanoCpus ?? 0) > 0) result["cpus"] = cores(host.NanoCpus ?? 0);
  // Only what the program chose: the daemon has settings of its own.
  if (known["logOpts"] !== undefined && known["logOpts"] !== null)
    result["logOpts"] = (host.LogConfig?.Config ?? {}) as Value;
  const [adds, drops] = [host.CapAdd ?? [], host.CapDrop ?? []] as [string[], string[]];
  if (adds.length + drops.length > 0) result["capabilities"] = { adds, drops };
  if (Array.isArray(known["ulimits"]))
    result["ulimits"] = (host.Ulimits ?? []).map(({ Name, Soft, Hard }) => ({
      name: Name ?? "",
      soft: Soft ?? 0,
      hard: Hard ?? 0,
    }));
  if (config.Healthcheck !== undefined) result["healthcheck"] = healthState(config.Healthcheck);
  // A stopped container publishes nothing; one that may be stopped keeps what was declared.
  const declared = known["ports"];
  if ((state.Running || wasToRun) && Array.isArray(declared) && declared.length > 0)
    result["ports"] = portState(network.Ports);
  return result;
}

function healthState(health: NonNullable<Docker.ContainerInspectInfo["Config"]["Healthcheck"]>): Values {
  return {
    tests: health.Test ?? [],
    interval: goDuration(health.Interval ?? 0),
    timeout: goDuration(health.Timeout ?? 0),
    startPeriod: goDuration(health.StartPeriod ?? 0),
    startInterval: goDuration((health as { StartInterval?: number }).StartInterval ?? 0),
    retries: health.Retries ?? 0,
  };
}

function portState(ports: Docker.ContainerInspectInfo["NetworkSettings"]["Ports"]): Value {
  return Object.entries(ports).flatMap(([name, bindings]) => {
    const [internal, protocol] = name.split("/");
    return ((bindings as { HostIp: string; HostPort: string }[] | null) ?? []).map(
      ({ HostIp, HostPort }) => ({
        internal: Number(internal),
        external: Number(HostPort),
        ip: HostIp,
        protocol: protocol ?? "tcp",
      }),
    );
  });
}
