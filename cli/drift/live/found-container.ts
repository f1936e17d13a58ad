import { FactList, setCheck } from "./facts";
import type { Facts } from "./facts";
import { nameOf } from "./found";
import type { FoundContainer } from "./found";
import { capabilities, cpuNumbers, environment, mountOptions, securityOptions } from "./normalise";

const MIB = 1024 * 1024;
const PERIOD = 100_000;
/** Docker's own choice where nobody says. */
const SHM_DEFAULT = 64;
/** A volume that Docker made because the image asked for one. */
const ANONYMOUS = /^[0-9a-f]{64}$/;

type Info = FoundContainer["info"];

/**
 * What a container looks like, in the words of `declaredFacts`.
 *
 * @param cpuCount CPUs of the machine: a container on all of them is on no set of them
 */
export function foundFacts(container: FoundContainer, cpuCount: number): Facts {
  const { info } = container;
  const { Config, HostConfig } = info;
  const list = new FactList();
  list.set("name", nameOf(container));
  list.set("hostname", Config.Hostname);
  list.set("user", Config.User);
  list.set("workingDir", Config.WorkingDir);
  list.set("entrypoints", asList(Config.Entrypoint));
  list.set("command", Config.Cmd);
  setLimits(list, info, cpuCount);
  list.set("restart", HostConfig.RestartPolicy?.Name === "" ? "no" : HostConfig.RestartPolicy?.Name);
  list.set("maxRetryCount", HostConfig.RestartPolicy?.MaximumRetryCount);
  list.set("readOnly", HostConfig.ReadonlyRootfs);
  list.set("init", HostConfig.Init);
  list.set("privileged", HostConfig.Privileged);
  list.set("publishAllPorts", HostConfig.PublishAllPorts);
  list.set("tty", Config.Tty);
  list.set("stdinOpen", Config.OpenStdin);
  list.set("pidMode", HostConfig.PidMode);
  list.set("usernsMode", HostConfig.UsernsMode);
  list.set("cgroupParent", HostConfig.CgroupParent);
  list.set("stopTimeout", (Config as { StopTimeout?: number }).StopTimeout);
  list.set(
    "devices",
    (HostConfig.Devices as { PathOnHost: string }[] | null)?.map((device) => device.PathOnHost),
  );
  list.set("groupAdds", HostConfig.GroupAdd);
  list.set("hosts", HostConfig.ExtraHosts as string[] | undefined);
  list.set("dns", HostConfig.Dns);
  list.setAll("sysctls", HostConfig.Sysctls ?? {});
  list.set("capabilities.adds", capabilities(asList(HostConfig.CapAdd as string[] | null)));
  list.set("capabilities.drops", capabilities(asList(HostConfig.CapDrop as string[] | null)));
  const options = (HostConfig.SecurityOpt ?? []) as string[];
  list.set("securityOpts", securityOptions(options), { spelled: [...options].sort() });
  setCheck(list, Config.Healthcheck);
  list.setAll("envs", environment(Config.Env));
  list.setAll("labels", Config.Labels);
  setNetworks(list, info);
  setMounts(list, container);
  for (const { Name, Soft, Hard } of (HostConfig.Ulimits ?? []) as {
    Name: string;
    Soft: number;
    Hard: number;
  }[])
    list.setAll("ulimits", { [Name]: `${Soft}:${Hard}` });
  list.set("logDriver", HostConfig.LogConfig?.Type);
  list.setAll("logOpts", (HostConfig.LogConfig?.Config ?? {}) as Record<string, string>);
  const bindings = Object.entries((HostConfig.PortBindings ?? {}) as Record<string, PortBinding[] | null>);
  const ports = bindings.flatMap(([port, hosts]) =>
    (hosts ?? []).map(({ HostIp = "", HostPort = "" }) => `${HostIp}:${HostPort}->${port}`),
  );
  list.set("ports", ports.sort());
  return list.facts;
}

interface PortBinding {
  readonly HostIp?: string;
  readonly HostPort?: string;
}

function asList(value: string | readonly string[] | null | undefined): readonly string[] {
  if (value === null || value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

function setLimits(list: FactList, { HostConfig }: Info, cpuCount: number): void {
  const unit = "MiB" as const;
  const mib = (bytes: number | undefined): number => (bytes ?? 0) / MIB;
  list.set("memory", mib(HostConfig.Memory), { unit });
  list.set("memoryReservation", mib(HostConfig.MemoryReservation), { unit });
  const swap = HostConfig.MemorySwap ?? 0;
  list.set("memorySwap", swap < 0 ? -1 : mib(swap), swap < 0 ? {} : { unit });
  const shm = mib(HostConfig.ShmSize);
  list.set("shmSize", shm === 0 ? SHM_DEFAULT : shm, { unit });
  const { NanoCpus = 0, CpuQuota = 0, CpuPeriod = 0 } = HostConfig;
  const quota = CpuQuota > 0 ? CpuQuota / (CpuPeriod || PERIOD) : 0;
  list.set("cpus", NanoCpus > 0 ? NanoCpus / 1e9 : quota, { spelled: NanoCpus > 0 ? "cpus" : "quota" });
  list.set("cpuShares", HostConfig.CpuShares);
  const set = cpuNumbers(HostConfig.CpusetCpus ?? "");
  if (set.length > 0 && set.length < cpuCount) list.set("cpuSet", set.join());
  // All of them say what none says; the engine's provider tells them apart for ever.
  if (set.length >= cpuCount) list.facts.set("cpuSet", { value: null, spelled: "all CPUs" });
  list.set("pidsLimit", Math.max(0, HostConfig.PidsLimit ?? 0));
}

function setNetworks(list: FactList, info: Info): void {
  const shortId = info.Id.slice(0, 12);
  for (const [name, network] of Object.entries(info.NetworkSettings.Networks)) {
    const aliases = ((network.Aliases ?? []) as string[]).filter((alias) => alias !== shortId);
    list.setAll("networksAdvanced", { [name]: [...new Set(aliases)].sort() });
  }
}

function setMounts(list: FactList, { info, image }: FoundContainer): void {
  for (const mount of info.Mounts) {
    const name = mount.Name ?? "";
    const asked = image?.config.Volumes?.[mount.Destination] !== undefined;
    if (mount.Type === "volume" && ANONYMOUS.test(name) && asked) continue;
    const mode = mount.RW ? "writable" : "read-only";
    list.setAll("volumes", { [mount.Destination]: `${name || mount.Source} (${mode})` });
  }
  for (const [path, options] of Object.entries((info.HostConfig.Tmpfs ?? {}) as Record<string, string>))
    list.setAll("tmpfs", { [path]: mountOptions(options) });
}
