/** The kind of the file that makes a service the gateway in front of the models. */
export const GATEWAY_CONFIG = "gateway-config";
/** The kind of the file that makes a service the router in front of the agents. */
export const ROUTER_CONFIG = "router-config";
