import { list, map, object, set, value } from "../protocol/schema";
import type { Schema, Value } from "../protocol/schema";
import { labelSet } from "./labels";

const replaces = true;
const computed = true;
const unmade = true;

/** "" means what the image says. */
const emptyMeansImage = (_state: Value, wanted: Value): boolean => wanted === "" || wanted === null;

/**
 * The properties of a container, with what the official plugin does when one changes. `healthcheck`, `init` and
 * `tmpfs` are not marked as replacing there either: the update runs and changes nothing.
 */
export const CONTAINER_SCHEMA: Schema = {
  name: value({ replaces }),
  image: value({ replaces }),
  command: list(null, { replaces, computed }),
  entrypoints: list(null, { replaces, computed }),
  hostname: value({ replaces, computed }),
  domainname: value({ replaces }),
  user: value({ replaces, same: emptyMeansImage }),
  workingDir: value({ replaces, same: emptyMeansImage }),
  envs: set(null, { replaces, computed }),
  labels: { ...labelSet(), computed },

  start: value({ default: true }),
  wait: value(),
  waitTimeout: value({ default: 60 }),
  attach: value(),
  logs: value(),
  rm: value(),
  mustRun: value({ default: true }),
  restart: value({ default: "no" }),
  maxRetryCount: value(),
  removeVolumes: value({ default: true }),
  destroyGraceSeconds: value(),
  containerReadRefreshTimeoutMilliseconds: value({ default: 15_000 }),
  stopSignal: value({ replaces, computed }),
  stopTimeout: value({ replaces, computed }),

  memory: value(),
  memorySwap: value(),
  memoryReservation: value(),
  shmSize: value({ replaces, computed }),
  cpuShares: value(),
  cpuSet: value(),
  cpus: value({ replaces, same: sameNumber }),
  ulimits: set(
    { name: value({ replaces }), soft: value({ replaces }), hard: value({ replaces }) },
    { replaces },
  ),

  healthcheck: object(
    {
      tests: list(null),
      interval: value({ default: "0s" }),
      timeout: value({ default: "0s" }),
      startPeriod: value({ default: "0s" }),
      startInterval: value({ default: "0s" }),
      retries: value(),
    },
    { computed },
  ),

  readOnly: value({ replaces }),
  privileged: value({ replaces }),
  init: value({ computed }),
  tty: value({ replaces }),
  stdinOpen: value({ replaces }),
  capabilities: object({ adds: set(null, { replaces }), drops: set(null, { replaces }) }, { replaces }),
  securityOpts: set(null, { replaces, computed }),
  groupAdds: set(null, { replaces }),
  sysctls: map({ replaces }),
  pidMode: value({ replaces }),
  ipcMode: value({ replaces, computed }),
  usernsMode: value({ replaces }),
  runtime: value({ replaces, computed }),
  logDriver: value({ replaces, computed }),
  logOpts: map({ replaces }),

  tmpfs: map(),
  volumes: set(
    {
      volumeName: value({ replaces }),
      hostPath: value({ replaces }),
      fromContainer: value({ replaces }),
      containerPath: value({ replaces }),
      readOnly: value({ replaces }),
      selinuxRelabel: value({ replaces }),
    },
    { replaces },
  ),
  uploads: set(
    {
      file: value({ replaces }),
      content: value(),
      contentBase64: value({ replaces }),
      source: value({ replaces }),
      executable: value({ replaces }),
      permissions: value({ replaces }),
    },
    { replaces },
  ),

  networkMode: value({ replaces, default: "bridge" }),
  networksAdvanced: set(
    {
      name: value({ replaces }),
      aliases: set(null, { replaces }),
      ipv4Address: value({ replaces }),
      ipv6Address: value({ replaces }),
    },
    { replaces },
  ),
  ports: list(
    {
      internal: value({ replaces }),
      external: value({ replaces, computed }),
      ip: value({ replaces, default: "0.0.0.0" }),
      protocol: value({ replaces, default: "tcp", same: (state) => state === null }),
    },
    { replaces },
  ),
  hosts: set({ host: value({ replaces }), ip: value({ replaces }) }, { replaces }),
  dns: set(null, { replaces }),

  // What no fleet declares, and rules have to see.
  mounts: value({ replaces, unmade }),
  devices: value({ replaces, unmade }),
  deviceCgroupRules: value({ replaces, unmade }),
  cgroupnsMode: value({ replaces, computed, unmade }),
  publishAllPorts: value({ replaces, unmade }),
};

/** "1.0" and "1" are the same share of a core. */
function sameNumber(state: Value, wanted: Value): boolean {
  return state !== null && wanted !== null && Number(state) === Number(wanted);
}
