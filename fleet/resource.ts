/** Marks a value that is not known before the engine has run. */
export const UNKNOWN: unique symbol = Symbol.for("sutazai.fleet/unknown");

/** A property as it is sent to a provider; any part of it may be unknown. */
export type PropertyValue =
  | typeof UNKNOWN
  | null
  | undefined
  | boolean
  | number
  | string
  | readonly PropertyValue[]
  | { readonly [key: string]: PropertyValue };

/** The options of a resource that rules look at. */
export interface ResourceOptions {
  readonly protect?: boolean;
  readonly ignoreChanges?: readonly string[];
  /** The component it belongs to, as `<type token>::<logical name>`. */
  readonly parent?: string;
  /** Logical names of the containers that have to be up first. */
  readonly dependsOn?: readonly string[];
}

/** A resource as a rule sees it, whoever asks: the pack, the command line or a test. */
export interface ResourceView {
  /** Pulumi's type token. */
  readonly type: string;
  /** The logical name. */
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly options: ResourceOptions;
}

/** The type tokens of what the Docker target declares. */
export const CONTAINER = "docker:index/container:Container";
export const NETWORK = "docker:index/network:Network";
export const VOLUME = "docker:index/volume:Volume";
export const CONSUL_NODE = "consul:index/node:Node";
export const CONSUL_SERVICE = "consul:index/service:Service";
/** Policies and tokens of Consul: no resources of ours, and told of as what they would be. */
export const ACL_POLICY = "consul:index/aclPolicy:AclPolicy";
export const ACL_TOKEN = "consul:index/aclToken:AclToken";
export const CONSUL_KEYS = "consul:index/keys:Keys";
export const CONSUL_CONFIG_ENTRY = "consul:index/configEntry:ConfigEntry";
