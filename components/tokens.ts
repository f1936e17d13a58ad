/** Type tokens of the components: each stands here once. */
export const TYPE = {
  fleet: "sutazai:fleet:Fleet",
  registry: "sutazai:fleet:Registry",
  queue: "sutazai:fleet:Queue",
  modelBackend: "sutazai:fleet:ModelBackend",
  router: "sutazai:fleet:Router",
  monitoring: "sutazai:fleet:Monitoring",
  service: "sutazai:fleet:Service",
  pool: "sutazai:fleet:Pool",
  agent: "sutazai:fleet:Agent",
} as const;

/** A component as `ResourceOptions.parent` names it. */
export function parentKey(type: string, name: string): string {
  return `${type}::${name}`;
}
