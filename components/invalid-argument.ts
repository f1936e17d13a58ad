import { RunError } from "@pulumi/pulumi";

/** An argument that a component can't use. A RunError: the engine shows its message without a stack trace. */
export class InvalidArgument extends RunError {
  constructor(
    readonly argument: string,
    readonly found: string,
    readonly wanted: string,
    readonly fix: string,
  ) {
    super(`${argument} is ${found}; wanted ${wanted}; fix: ${fix}`);
  }
}
