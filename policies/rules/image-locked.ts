import { runsService } from "../../fleet/tier";
import { PASS } from "../rule";
import type { FleetRule, Outcome } from "../rule";

export const imageLocked: FleetRule = {
  id: "image-locked",
  description:
    "The digest of every image in use stands in catalog/images.lock.yaml, where the tier wants digests.",
  category: "security",
  severity: "critical",
  rationale:
    "A tag can be moved to other content; a digest can't. Only what is locked is known to be what was tested.",
  remediation: "Run `fleet images lock`, which asks the registries and writes catalog/images.lock.yaml.",
  scope: "fleet",
  check(_resources, { catalog, stack }) {
    if (stack.tier.imagePinning !== "digest") return [{ status: "notApplicable" }];
    const used = new Set<string>();
    for (const service of catalog.services.values()) {
      if (runsService(stack.tier, service.name)) used.add(service.image);
    }
    const substitute = stack.tier.agentImage === null ? null : catalog.images.get(stack.tier.agentImage);
    for (const agent of catalog.agents) used.add((substitute ?? agent.image).reference);
    return [...used].sort().map((reference): Outcome => {
      if (catalog.digests.has(reference)) return PASS;
      return {
        status: "fail",
        property: "digest",
        subject: { kind: "image", name: reference },
        found: "no digest",
        wanted: "a digest",
      };
    });
  },
};
