import type Docker from "dockerode";
import { isObject, textOf } from "../protocol/schema";
import type { Value, Values } from "../protocol/schema";
import { labelsToDocker } from "./labels";

const MIB = 1024 * 1024;
const NANOSECONDS: Readonly<Record<string, number>> = { ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

export const texts = (from: Value | undefined): string[] => (Array.isArray(from) ? from.map(textOf) : []);
export const objects = (from: Value | undefined): Values[] =>
  Array.isArray(from) ? from.filter(isObject) : [];
const number = (from: Value | undefined): number => Number(from ?? 0);
const text = textOf;

/** A duration as Go writes it, such as `1m30s`, in nanoseconds. */
export function nanoseconds(duration: Value | undefined): number {
  let sum = 0;
  for (const [, count, unit] of text(duration).matchAll(/([\d.]+)(ms|s|m|h)/g))
    sum += Number(count) * (NANOSECONDS[unit ?? ""] ?? 0);
  return Math.round(sum);
}

/** Whole megabytes; -1 stays what it is: no limit. */
const bytes = (from: Value | undefined): number => (number(from) > 0 ? number(from) * MIB : number(from));

/** What the Docker Engine is sent for a container. */
export function createOptions(inputs: Values): Docker.ContainerCreateOptions {
  const ports = objects(inputs["ports"]);
  const portOf = (port: Values): string => `${text(port["internal"])}/${text(port["protocol"] ?? "tcp")}`;
  const health = inputs["healthcheck"];
  const capabilities = isObject(inputs["capabilities"]) ? inputs["capabilities"] : {};
  const optional = (key: string, from: Value | undefined): object =>
    from === undefined || from === null || from === "" ? {} : { [key]: from };
  return {
    name: text(inputs["name"]),
    Image: text(inputs["image"]),
    ...(texts(inputs["command"]).length > 0 ? { Cmd: texts(inputs["command"]) } : {}),
    ...(texts(inputs["entrypoints"]).length > 0 ? { Entrypoint: texts(inputs["entrypoints"]) } : {}),
    ...optional("Hostname", inputs["hostname"]),
    ...optional("Domainname", inputs["domainname"]),
    ...optional("User", inputs["user"]),
    ...optional("WorkingDir", inputs["workingDir"]),
    ...optional("StopSignal", inputs["stopSignal"]),
    ...optional("StopTimeout", inputs["stopTimeout"]),
    Env: texts(inputs["envs"]),
    Tty: inputs["tty"] === true,
    OpenStdin: inputs["stdinOpen"] === true,
    Labels: labelsToDocker(inputs["labels"]),
    ExposedPorts: Object.fromEntries(ports.map((port) => [portOf(port), {}])),
    ...(isObject(health)
      ? {
          Healthcheck: {
            Test: texts(health["tests"]),
            Interval: nanoseconds(health["interval"]),
            Timeout: nanoseconds(health["timeout"]),
            StartPeriod: nanoseconds(health["startPeriod"]),
            ...optional("StartInterval", nanoseconds(health["startInterval"]) || undefined),
            Retries: number(health["retries"]),
          },
        }
      : {}),
    HostConfig: {
      NetworkMode: text(inputs["networkMode"]),
      RestartPolicy: {
        Name: text(inputs["restart"] ?? "no"),
        MaximumRetryCount: number(inputs["maxRetryCount"]),
      },
      Privileged: inputs["privileged"] === true,
      ReadonlyRootfs: inputs["readOnly"] === true,
      AutoRemove: inputs["rm"] === true,
      ...optional("Init", inputs["init"]),
      Memory: bytes(inputs["memory"]),
      MemorySwap: bytes(inputs["memorySwap"]),
      MemoryReservation: bytes(inputs["memoryReservation"]),
      ShmSize: bytes(inputs["shmSize"]),
      CpuShares: number(inputs["cpuShares"]),
      CpusetCpus: text(inputs["cpuSet"]),
      NanoCpus: Math.round(number(inputs["cpus"]) * 1e9),
      Ulimits: objects(inputs["ulimits"]).map((limit) => ({
        Name: text(limit["name"]),
        Soft: number(limit["soft"]),
        Hard: number(limit["hard"]),
      })),
      CapAdd: texts(capabilities["adds"]),
      CapDrop: texts(capabilities["drops"]),
      SecurityOpt: texts(inputs["securityOpts"]),
      GroupAdd: texts(inputs["groupAdds"]),
      Sysctls: (inputs["sysctls"] ?? {}) as Record<string, string>,
      Tmpfs: (inputs["tmpfs"] ?? {}) as Record<string, string>,
      PidMode: text(inputs["pidMode"]),
      ...optional("IpcMode", inputs["ipcMode"]),
      ...optional("UsernsMode", inputs["usernsMode"]),
      ...optional("Runtime", inputs["runtime"]),
      ...(inputs["logDriver"] === undefined
        ? {}
        : {
            LogConfig: {
              Type: text(inputs["logDriver"]),
              Config: (inputs["logOpts"] ?? {}) as Record<string, string>,
            },
          }),
      Dns: texts(inputs["dns"]),
      ExtraHosts: objects(inputs["hosts"]).map((host) => `${text(host["host"])}:${text(host["ip"])}`),
      Binds: objects(inputs["volumes"]).map((volume) =>
        [
          text(volume["volumeName"] ?? volume["hostPath"]),
          text(volume["containerPath"]),
          volume["readOnly"] === true ? "ro" : "rw",
        ].join(":"),
      ),
      PortBindings: Object.fromEntries(
        ports.map((port) => [portOf(port), [{ HostIp: text(port["ip"]), HostPort: text(port["external"]) }]]),
      ),
    },
  };
}
