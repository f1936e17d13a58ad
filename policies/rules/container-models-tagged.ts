import { MODELS_VARIABLE } from "../../fleet/models";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { isFloating, readImage } from "../read/image";
import { passUnless } from "../read/outcomes";
import { elementsOf } from "../read/values";
import { notEvaluated } from "../rule";
import type { Cause, Outcome, ResourceRule } from "../rule";
import { serviceOf } from "../subject";

const PREFIX = `${MODELS_VARIABLE}=`;

export const containerModelsTagged: ResourceRule = {
  id: "container-models-tagged",
  description: "Every language model that a server is told to hold names its tag, and none a floating one.",
  category: "security",
  severity: "critical",
  rationale:
    "A model without a tag is the `latest` of its registry: two servers that pull it on two days may answer with two models, and nobody reviewed the second.",
  remediation:
    "Name the model's size or version in `models` of the service: `tinyllama:1.1b`, not `tinyllama`.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const { envs } = resource.properties;
    const outcomes: Outcome[] = [];
    const entries = elementsOf(envs);
    for (let index = 0; index < entries.length; index += 1) {
      const entry = entries[index];
      if (entry === UNKNOWN) outcomes.push(notEvaluated(envs === UNKNOWN ? "envs" : `envs[${index}]`));
      if (typeof entry !== "string" || !entry.startsWith(PREFIX)) continue;
      for (const model of entry.slice(PREFIX.length).split(/\s+/)) {
        // Models are named as images are.
        if (model === "" || !isFloating(readImage(model).tag)) continue;
        const service = serviceOf(resource, catalog);
        const at = service?.models.indexOf(model) ?? -1;
        const cause: Cause | undefined =
          service === null || at < 0 ? undefined : { file: "services", path: [service.name, "models", at] };
        outcomes.push(failure(`envs.${MODELS_VARIABLE}`, model, "a tag that names a version", cause));
      }
    }
    return passUnless(outcomes);
  },
};
