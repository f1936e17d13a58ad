import type * as docker from "@pulumi/docker";
import { InvalidArgument } from "./invalid-argument";

interface Slot {
  readonly made: Promise<docker.Container>;
  readonly fill: (container: docker.Container) => void;
}

/**
 * The containers of a fleet by logical name, each promised before it is made: components are made part by part,
 * while containers start in waves that run across all parts.
 */
export class Containers {
  private readonly slots = new Map<string, Slot>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      let fill: Slot["fill"] = () => undefined;
      const made = new Promise<docker.Container>((resolve) => (fill = resolve));
      this.slots.set(name, { made, fill });
    }
  }

  add(name: string, container: docker.Container): void {
    this.slot(name).fill(container);
  }

  /**
   * The containers with these names, each once it is made. A list of promises, never a promise of a list: from that
   * the SDK would make an output, and search every resource in it for unknown values, for seconds.
   *
   * @throws InvalidArgument for a name that nobody will ever make: the engine would wait for it for ever
   */
  named(names: readonly string[]): Promise<docker.Container>[] {
    return names.map((name) => this.slot(name).made);
  }

  private slot(name: string): Slot {
    const slot = this.slots.get(name);
    if (slot !== undefined) return slot;
    throw new InvalidArgument(
      "dependsOn",
      JSON.stringify(name),
      "an agent or service of the plan",
      "plan it, or don't depend on it",
    );
  }
}
