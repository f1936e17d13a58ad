import type {
  AgentEntry,
  GroupEntry,
  AgentImageEntry,
  ServiceEntry,
} from "../../../fleet/catalog/schema.generated";

/** What an import adds to a catalog, in the form of its files. */
export interface Entries {
  readonly images: ReadonlyMap<string, AgentImageEntry>;
  readonly groups: ReadonlyMap<string, GroupEntry>;
  readonly agents: readonly AgentEntry[];
  readonly services: ReadonlyMap<string, ServiceEntry>;
}

/** What of an existing catalog an import has to fit to. */
export interface Known {
  readonly agents: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
  /** Host ports that agents had. */
  readonly ports: ReadonlySet<number>;
}
