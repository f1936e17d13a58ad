import { milliseconds } from "./kpis";
import type { Measured } from "./measured";

/** Of a core or of all cores; above it there is a queue for the processor. */
const BUSY = 0.85;
/** Milliseconds; whoever sends later than this measures itself. */
const LATE = 100;

/** Who held the others up, and how that is known. */
export interface Bottleneck {
  readonly who: string;
  readonly why: string;
}

/**
 * Who was the bottleneck: first who ran out of processor, else where a request spent most of its time.
 *
 * @param cores of the machine
 */
export function bottleneckOf(measured: Measured, cores: number): Bottleneck {
  const { parts, hostCores, otherCores } = measured.difference;
  const [largest] = parts;
  const full = parts.find(({ cores: used, limit }) => limit !== null && used > BUSY * limit);
  const driver = parts.find(({ name }) => name === "load driver");
  if (driver === full && driver !== undefined && (measured.lag ?? 0) > LATE)
    return {
      who: driver.name,
      why: `it was ${milliseconds(measured.lag)} late itself: nothing is said about the fleet`,
    };
  if (full !== undefined && full !== driver)
    return { who: full.name, why: `${full.cores.toFixed(2)} of its ${full.limit ?? 0} cores` };
  if (hostCores !== null && hostCores > BUSY * cores) {
    const others =
      otherCores !== null && otherCores > 0.1 * cores ? `, ${otherCores.toFixed(1)} by others` : "";
    return {
      who: "the machine",
      why: `${hostCores.toFixed(1)} of ${cores} cores busy${others}; most of the fleet: ${largest?.name ?? ""} with ${(largest?.cores ?? 0).toFixed(2)}`,
    };
  }
  const [longest] = stagesOf(measured).sort((one, other) => other.time - one.time);
  return longest === undefined
    ? { who: "nobody", why: "no request was answered" }
    : {
        who: longest.name,
        why: `${milliseconds(longest.time)} of the average request, and no part short of processor`,
      };
}

/** Where the average request spent its time, in milliseconds. */
export function stagesOf({
  difference,
  queue,
}: Measured): { readonly name: string; readonly time: number }[] {
  const { router, agent, gateway, model } = difference.waits;
  const stages: { name: string; time: number | null }[] = [
    { name: "wait in the queue", time: queueWait(queue.times.mean, agent) },
    { name: "wait in the router", time: router },
    { name: "wait for a model", time: gateway },
    { name: "the model", time: model },
    { name: "the agent itself", time: agent === null ? null : agent - (gateway ?? 0) - (model ?? 0) },
  ];
  return stages.flatMap(({ name, time }) => (time === null ? [] : [{ name, time: Math.max(0, time) }]));
}

/** From publishing to the answer, without the work of the agent: the way there and back is small beside it. */
function queueWait(whole: number | null, agent: number | null): number | null {
  return whole === null || agent === null ? null : whole - agent;
}
