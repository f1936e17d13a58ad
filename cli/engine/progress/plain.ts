import type { EngineEvent } from "@pulumi/pulumi/automation";
import { CONTAINER } from "../../../fleet/resource";
import type { View, Watched } from "./view";
import { Waves } from "./waves";

/** Says one line for every container that is done, with its wave and how much of it is there. For logs. */
export class PlainView implements View {
  private readonly waves: Waves;
  private readonly changed = new Map<number, number>();

  constructor(
    plan: ConstructorParameters<typeof Waves>[0],
    private readonly what: Watched,
    readonly line: (text: string) => void,
  ) {
    this.waves = new Waves(plan);
  }

  see(event: EngineEvent): void {
    const told = this.waves.see(event);
    if (told === null) return;
    const { what, op, name, wave } = told;
    if (what === "failed") return this.line(`  failed ${op} ${name}`);
    if (event.resOutputsEvent?.metadata.type !== CONTAINER || op === "same") return;
    if (this.what === "looks") return;
    if (wave === null) return this.line(`  ${op} ${name}`);
    const count = (this.changed.get(wave.index) ?? 0) + 1;
    this.changed.set(wave.index, count);
    this.line(`  wave ${wave.index}: ${count} of ${wave.members.size}  ${op} ${name}`);
  }

  end(): void {
    // Every line is on the screen already.
  }
}
