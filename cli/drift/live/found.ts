import type Docker from "dockerode";
import type { DockerCheck } from "./facts";

/** What of an image counts for its containers. */
export interface FoundImage {
  readonly id: string;
  readonly config: {
    readonly User?: string;
    readonly WorkingDir?: string;
    readonly Env?: readonly string[];
    readonly Cmd?: readonly string[];
    readonly Entrypoint?: readonly string[];
    readonly Labels?: Readonly<Record<string, string>>;
    readonly Volumes?: Readonly<Record<string, unknown>>;
    readonly Healthcheck?: DockerCheck;
  };
}

/** A path of a container's own file system that is not as in its image. */
export interface FileChange {
  readonly Path: string;
  /** 0 changed, 1 added, 2 deleted. */
  readonly Kind: number;
}

/** A container as `docker inspect` and `docker diff` tell it. */
export interface FoundContainer {
  readonly info: Docker.ContainerInspectInfo;
  /** Null when Docker could not say. */
  readonly changes: readonly FileChange[] | null;
  /** Its image, by id; null when it is not there any more. */
  readonly image: FoundImage | null;
}

export function nameOf({ info }: FoundContainer): string {
  return info.Name.replace(/^\//, "");
}

export function labelsOf({ info }: FoundContainer): Readonly<Record<string, string>> {
  return info.Config.Labels;
}
