/** The machine a tool is wanted for, in Node's words. */
export interface Platform {
  readonly os: NodeJS.Platform;
  readonly arch: string;
}

/** An official release: an archive, and the file that says what its checksum is. */
export interface Release {
  readonly archiveUrl: string;
  readonly format: "tar.gz" | "zip";
  /** Lines of `<sha256 in hex>  <name of the archive>`. */
  readonly checksumsUrl: string;
}

/** A program that is needed, and every way to get it. */
export interface Tool {
  readonly name: string;
  /** The module under `tools/` that pins the version and builds it. */
  readonly module: string;
  /** The requirement in that module's go.mod that carries the version. */
  readonly requirement: string;
  /** What asks the program for its version. */
  readonly versionArgs: readonly string[];
  /** The oldest version on PATH that will do, as `major.minor.patch`. */
  readonly oldest: string;
  /** Null when no release is made for this platform. */
  release(version: string, platform: Platform): Release | null;
  readonly goPackage: string;
  goLinkerFlags(version: string): string;
  /** The release that a version of the module belongs to. @default the same version */
  releaseOf?(moduleVersion: string): string;
  /** Build tags. @default none */
  readonly goTags?: string;
  /** Programs that come with it, as name and Go package; a release carries them too. @default none */
  readonly companions?: Readonly<Record<string, string>>;
  /** What a build needs in its environment besides the user's. @default nothing */
  goEnvironment?(module: GoModule): NodeJS.ProcessEnv;
}

/** The pinned module that a tool is built in. */
export interface GoModule {
  /** The folder of a module that it requires, downloaded if need be. */
  folderOf(module: string): string;
}
