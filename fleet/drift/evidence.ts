import type { DriftReport } from "./model";

/** The report that the last `fleet drift` kept, as it was found again. */
export type KeptReport =
  | { readonly state: "missing" }
  /** It is there and is no report; `why` says what is wrong with it. */
  | { readonly state: "damaged"; readonly why: string }
  | { readonly state: "kept"; readonly report: DriftReport };

/** What is known of drift at the moment when something is about to be deployed. */
export interface DriftEvidence {
  /** False before the first deployment of a stack: nothing can have drifted. */
  readonly deployed: boolean;
  readonly kept: KeptReport;
  /** Of the plan that is about to be deployed. */
  readonly planDigest: string;
  /** The present, ISO 8601 in UTC. */
  readonly now: string;
}
