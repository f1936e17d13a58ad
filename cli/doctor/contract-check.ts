/** One sentence of the contract, and whether the agent keeps it. */
export interface ContractCheck {
  /** What is asked for, such as `liveness`. */
  readonly id: string;
  readonly kept: boolean;
  readonly found: string;
  readonly wanted: string;
  readonly fix: string;
}
