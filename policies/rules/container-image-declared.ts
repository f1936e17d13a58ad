import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { agentImageOf } from "../read/agent-image";
import { readImage } from "../read/image";
import { failure } from "../read/failure";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

export const containerImageDeclared: ResourceRule = {
  id: "container-image-declared",
  description: "Agents and services run the image that the catalog gives them.",
  category: "security",
  severity: "critical",
  rationale: "What runs under an agent's name has to be what was reviewed and tested as that agent.",
  remediation: "Change the image in the catalog, where it is reviewed and locked.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, expected) {
    const agent = agentOf(resource, expected.catalog);
    const wanted =
      agent === null ? serviceOf(resource, expected.catalog)?.image : agentImageOf(agent, expected).reference;
    if (wanted === undefined) return NOT_APPLICABLE;
    const { image } = resource.properties;
    if (image === UNKNOWN) return notEvaluated("image");
    if (typeof image === "string" && readImage(image).reference === wanted) return PASS;
    return failure("image", image, wanted, "image");
  },
};
