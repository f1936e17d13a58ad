import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { agentImageOf } from "../read/agent-image";
import { loaderOf } from "../read/file-loader";
import { isFloating, readImage } from "../read/image";
import { failure } from "../read/failure";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { Expected, ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

export const containerImagePinned: ResourceRule = {
  id: "container-image-pinned",
  description:
    "No image has a floating tag; where the tier wants digests, it has the digest of the lock file.",
  category: "security",
  severity: "critical",
  rationale:
    "What a floating tag means changes without a change here: nobody reviewed what the next start will run.",
  remediation: "Name a version, and the digest that catalog/images.lock.yaml has for it.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, expected) {
    const { image } = resource.properties;
    if (image === UNKNOWN) return notEvaluated("image");
    if (typeof image !== "string" || image === "") return failure("image", image, "an image");
    const { reference, tag, digest } = readImage(image);
    const locked = expected.catalog.digests.get(reference) ?? null;
    if (digest !== null) {
      if (!/^sha256:[0-9a-f]{64}$/.test(digest)) return failure("image", image, "a sha256 digest");
      if (locked === null || locked === digest) return PASS;
      return failure("image", image, `${reference}@${locked}`, { file: "imagesLock", path: [reference] });
    }
    if (isFloating(tag)) return failure("image", image, "a tag that names a version");
    if (expected.stack.tier.imagePinning !== "digest") return PASS;
    if (locked !== null) return failure("image", image, `${reference}@${locked}`);
    // One finding an image, not one a container: image-locked has it.
    if (reference === declaredImage(resource, expected)) return NOT_APPLICABLE;
    return failure("image", image, "a digest");
  },
};

/** The image that the catalog gives to this container; null when it knows none. */
function declaredImage(resource: ResourceView, expected: Expected): string | null {
  const agent = agentOf(resource, expected.catalog);
  if (agent !== null) return agentImageOf(agent, expected).reference;
  const service = serviceOf(resource, expected.catalog) ?? loaderOf(resource, expected.catalog);
  return service?.image ?? null;
}
