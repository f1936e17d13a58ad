/** The kind of the file that makes a service the gateway in front of the models. */
export const GATEWAY_CONFIG = "gateway-config";
