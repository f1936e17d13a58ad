import type { EngineEvent } from "@pulumi/pulumi/automation";
import { CONTAINER } from "../../fleet/resource";
import { nameOf } from "./events";
import type { EngineRequest } from "./request";

/** Says one line for every container that is done, with its wave and how much of it is there. */
export class Progress {
  /** URNs of what failed. */
  readonly failed: string[] = [];
  private readonly waves = new Map<string, number>();
  private readonly sizes = new Map<number, number>();
  private readonly done = new Map<number, number>();
  private previewing = false;

  constructor(
    request: EngineRequest,
    private readonly say: (line: string) => void,
  ) {
    this.previewing = request.command === "preview";
    for (const { index, agents, services } of request.plan.waves) {
      const names = [...services, ...agents];
      this.sizes.set(index, names.length);
      for (const name of names) this.waves.set(name, index);
    }
  }

  see({ resOutputsEvent, resOpFailedEvent }: EngineEvent): void {
    if (resOpFailedEvent !== undefined) {
      this.failed.push(resOpFailedEvent.metadata.urn);
      this.say(`  failed ${resOpFailedEvent.metadata.op} ${nameOf(resOpFailedEvent.metadata.urn)}`);
    }
    if (resOutputsEvent === undefined || resOutputsEvent.planning === true || this.previewing) return;
    const { urn, type, op } = resOutputsEvent.metadata;
    if (type !== CONTAINER || op === "same" || op === "refresh") return;
    const wave = this.waves.get(nameOf(urn));
    if (wave === undefined) return this.say(`  ${op} ${nameOf(urn)}`);
    const count = (this.done.get(wave) ?? 0) + 1;
    this.done.set(wave, count);
    this.say(`  wave ${wave}: ${count} of ${this.sizes.get(wave) ?? 0}  ${op} ${nameOf(urn)}`);
  }
}
