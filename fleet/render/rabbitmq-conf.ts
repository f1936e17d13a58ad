import { bytes } from "../units/memory";
import type { MiB } from "../units/memory";

/** Where the broker listens and what it loads. */
export interface BrokerConf {
  /** The memory limit of its container. */
  readonly memory: MiB;
  /** The definitions file, as the broker sees it. */
  readonly definitions: string;
  /** The port of AMQP, or `address:port`. */
  readonly amqp: number | string;
  readonly metrics: { readonly port: number; readonly ip?: string };
}

/** Above this share of its memory the broker stops taking messages until it has given some back. */
const HIGH_WATERMARK = 0.6;
/** Below this the broker stops taking messages: a full disk would lose the ones it has. */
const DISK_FREE = "200MB";

/** The text of rabbitmq.conf. */
export function rabbitmqConf({ memory, definitions, amqp, metrics }: BrokerConf): string {
  const lines = {
    "listeners.tcp.1": amqp,
    ...(metrics.ip === undefined ? {} : { "prometheus.tcp.ip": metrics.ip }),
    "prometheus.tcp.port": metrics.port,
    // At every boot: what changed here changes there. Messages stay.
    load_definitions: definitions,
    // The broker sees the memory of the whole machine, not its container's.
    total_memory_available_override_value: bytes(memory),
    "vm_memory_high_watermark.relative": HIGH_WATERMARK,
    "disk_free_limit.absolute": DISK_FREE,
    "log.console": true,
    "log.console.level": "info",
    "log.file": false,
  };
  const text = Object.entries(lines).map(([key, value]) => `${key} = ${value}\n`);
  return `# Generated from the catalog. Do not edit.\n${text.join("")}`;
}
