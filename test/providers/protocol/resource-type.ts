import type { Schema, Values } from "./schema";

/** A resource that stands: its id, and everything that is known of it. */
export interface Standing {
  readonly id: string;
  readonly state: Values;
}

/** A resource type of a provider whose client is `Client`. */
export interface ResourceType<Client> {
  readonly token: string;
  readonly schema: Schema;
  create(client: Client, inputs: Values): Promise<Standing>;
  /** What stands now, or null when it is gone. `known` is what was known of it before. */
  read(client: Client, id: string, known: Values): Promise<Standing | null>;
  update(client: Client, id: string, wanted: Values, state: Values): Promise<Values>;
  delete(client: Client, id: string, state: Values): Promise<void>;
}

/** The resource was made, but is not as it should be: the engine keeps it, and says why. */
export class HalfMade extends Error {
  constructor(
    readonly standing: Standing,
    reason: string,
  ) {
    super(reason);
    this.name = "HalfMade";
  }
}
