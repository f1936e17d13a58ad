/** The kinds of the files that a broker and its users read, as the catalog names them. */
export const BROKER_CONFIG = "broker-config";
export const BROKER_DEFINITIONS = "broker-definitions";
export const BROKER_AGENT_PASSWORD = "broker-agent-password";
