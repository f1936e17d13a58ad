/** Labels by which everything of a fleet is known on Docker. */
export const LABEL = {
  fleet: "sutazai.fleet",
  stack: "sutazai.stack",
  agent: "sutazai.agent",
  service: "sutazai.service",
  pool: "sutazai.pool",
  class: "sutazai.class",
  criticality: "sutazai.criticality",
  owner: "sutazai.owner",
  /** Of a service that reads files made from the plan: what they say, as a digest. */
  files: "sutazai.files",
} as const;

/** A label of images that the command line made: what of, as a digest. */
export const MADE_OF = "sutazai.made-of";
