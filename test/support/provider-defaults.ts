import {
  CONSUL_CONFIG_ENTRY,
  CONSUL_KEYS,
  CONSUL_NODE,
  CONSUL_SERVICE,
  CONTAINER,
  NETWORK,
  VOLUME,
} from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { CONFIG_ENTRY as CONFIG_ENTRY_TYPE } from "../providers/consul/config-entry";
import { KEYS as KEYS_TYPE } from "../providers/consul/keys";
import { NODE as NODE_TYPE } from "../providers/consul/node";
import { SERVICE as SERVICE_TYPE } from "../providers/consul/service";
import { CONTAINER as CONTAINER_TYPE } from "../providers/docker/container";
import { NETWORK as NETWORK_TYPE } from "../providers/docker/network";
import { VOLUME as VOLUME_TYPE } from "../providers/docker/volume";
import { withDefaults } from "../providers/protocol/defaults";
import { withoutNotes } from "../providers/protocol/schema";
import type { Schema, Values } from "../providers/protocol/schema";

const SCHEMAS: Readonly<Record<string, Schema>> = {
  [CONTAINER]: CONTAINER_TYPE.schema,
  [NETWORK]: NETWORK_TYPE.schema,
  [VOLUME]: VOLUME_TYPE.schema,
  [CONSUL_NODE]: NODE_TYPE.schema,
  [CONSUL_SERVICE]: SERVICE_TYPE.schema,
  [CONSUL_KEYS]: KEYS_TYPE.schema,
  [CONSUL_CONFIG_ENTRY]: CONFIG_ENTRY_TYPE.schema,
};

/** A resource as the pack is shown it: the engine asks the provider first, which fills in its defaults. */
export function afterCheck(view: ResourceView): ResourceView {
  const schema = SCHEMAS[view.type];
  if (schema === undefined) throw new Error(`no stand-in has a ${view.type}`);
  // Values of rules may be unknown, which these functions hand on as they are.
  const inputs = withoutNotes(withDefaults(view.properties as Values, schema));
  return { ...view, properties: inputs };
}
