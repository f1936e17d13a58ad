import type * as docker from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import type { FleetPlan } from "../fleet/plan/types";
import type { Containers } from "./containers";
import type { DockerApi } from "./docker-api";
import type { RenderedFiles } from "./files";
import type { Waiting } from "./waiting";

/** What all parts of a fleet stand on. Made once by Fleet. */
export interface Ground {
  readonly plan: FleetPlan;
  readonly network: docker.Network;
  readonly containers: Containers;
  readonly waiting: Waiting;
  /** The version of Docker's API that the containers are sent to; undefined and null: nobody knows. */
  readonly dockerApi: DockerApi;
  /** The text of the files that services read, by kind. */
  readonly files: Readonly<Record<string, pulumi.Input<string>>>;
  /** The same as they are where nobody knows the secrets. */
  readonly filesWithoutSecrets: RenderedFiles;
}
