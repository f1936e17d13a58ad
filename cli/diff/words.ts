import { operationsBetween } from "../../fleet/diff/operations";
import type { Operation } from "../../fleet/diff/operations";
import type { Json } from "../../fleet/source/json";
import { formatCpu } from "../../fleet/units/cpu";
import { formatMemory } from "../../fleet/units/memory";
import { redactValue } from "../redact";
import type { PropertyChange } from "./model";

/** How paths of the plan are called, and how their values are shown. Others are shown as they stand. */
const WORDS: Readonly<Record<string, { readonly name: string; readonly show?: (value: number) => string }>> =
  {
    "sizing.memory.value": { name: "memory", show: formatMemory },
    "sizing.memoryReservation.value": { name: "memory reservation", show: formatMemory },
    "sizing.memoryStep.value": { name: "memory step", show: formatMemory },
    "sizing.memoryMax.value": { name: "memory at most", show: formatMemory },
    "sizing.cpuBase.value": { name: "CPU base", show: formatCpu },
    "sizing.cpuBurst.value": { name: "CPU burst", show: formatCpu },
    "sizing.cpuShares.value": { name: "CPU shares" },
    "memory.value": { name: "memory", show: formatMemory },
    "cpu.value": { name: "CPU", show: formatCpu },
    "cpuShares.value": { name: "CPU shares" },
    "image.reference": { name: "image" },
    "image.digest": { name: "image digest" },
    "image.runtime": { name: "image runtime" },
    "image.user": { name: "user" },
    "health.command": { name: "health check" },
    "registration.serviceName": { name: "Consul service" },
    "registration.weight": { name: "SRV weight" },
    "registration.tags": { name: "Consul tags" },
    dependsOn: { name: "depends on" },
    wave: { name: "start wave" },
    running: { name: "running" },
    containerName: { name: "container" },
    containerNames: { name: "containers" },
  };

/** What changes between two members or alerts, in words, without the reasons behind the numbers. */
export function changesBetween(before: Json, after: Json): PropertyChange[] {
  return operationsBetween(before, after)
    .filter((operation) => operation.op !== "order")
    .filter((operation) => operation.path.at(-1) !== "why")
    .map(redactOperation)
    .map(toChange);
}

/** An operation that can be shown. A secret that changes is still a change. */
export function redactOperation<T extends Operation>(operation: T): T {
  const { path } = operation;
  const variables = path.at(-2) === "environment" ? (path.at(-1) ?? "") : "";
  const whole = path.at(-1) === "environment";
  const redact = (value: Json): Json => {
    if (whole) return redactValue({ environment: value }).environment;
    return redactValue(value, variables);
  };
  return {
    ...operation,
    ...("before" in operation ? { before: redact(operation.before) } : {}),
    ...("after" in operation && operation.op !== "order" ? { after: redact(operation.after) } : {}),
  };
}

function toChange(operation: Exclude<Operation, { op: "order" }>): PropertyChange {
  const path = operation.path.join(".");
  const words = WORDS[path];
  const show = (value: Json): string | null => {
    if (value === null) return null;
    if (words?.show !== undefined && typeof value === "number") return words.show(value);
    if (Array.isArray(value)) return (value as readonly Json[]).map(plain).join(" ");
    return plain(value);
  };
  return {
    property: words?.name ?? path,
    before: operation.op === "add" ? null : show(operation.before),
    after: operation.op === "remove" ? null : show(operation.after),
  };
}

function plain(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
