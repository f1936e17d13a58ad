import type { EngineEvent } from "@pulumi/pulumi/automation";

/** Whether an operation only looks what would change, or changes it. */
export type Watched = "looks" | "changes";

/** What shows how far an operation is, while it runs. */
export interface View {
  see(event: EngineEvent): void;
  /** Prints a line that stays. */
  line(text: string): void;
  /** Leaves the screen as it is, and usable. */
  end(): void;
}
