/** What is done with the registry where access to it takes a token. A token per purpose, with the least that it needs. */
export const REGISTRY_PURPOSES = [
  "agent",
  "dns",
  "registration",
  "checks",
  "discovery",
  "metrics",
  "health",
  "look",
] as const;

export type RegistryPurpose = (typeof REGISTRY_PURPOSES)[number];

/** Whom the token of each purpose is for, in the words of the registry's own list. */
export const PURPOSE_WORDS: Readonly<Record<RegistryPurpose, string>> = {
  agent: "the server itself: keeps the entry of its own node",
  dns: "answers of the registry's DNS, which carries no token",
  registration: "whoever deploys: registers the agents and writes the fleet's keys",
  checks: "consul-esm: runs the checks of the agents and writes what came of them",
  discovery: "Prometheus: finds the agents",
  metrics: "Prometheus: scrapes the registry's own metrics",
  health: "consul-exporter: reads the health of the agents",
  look: "fleet drift: reads what is registered, and who may do what",
};

/** Tokens by what they are for; `management` may do everything, and only keeps the others. UUIDs, all of them secret. */
export type RegistryTokens = Readonly<Record<RegistryPurpose | "management", string>>;

export const REGISTRY_TOKENS: readonly (keyof RegistryTokens)[] = ["management", ...REGISTRY_PURPOSES];
