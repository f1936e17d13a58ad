import { CONTAINER } from "../../fleet/resource";
import { mustBe } from "../read/outcomes";
import type { ResourceRule } from "../rule";

const CAUSE = { file: "profiles", path: ["container", "stopTimeout"] } as const;

export const containerStopTimeout: ResourceRule = {
  id: "container-stop-timeout",
  description: "Every container has the stop timeout of the profile.",
  category: "health",
  severity: "low",
  rationale: "The engine kills after 10 s: a request that an agent is answering is lost with it.",
  remediation: "Set `stopTimeout` to that of catalog/profiles.yaml.",
  scope: "resource",
  types: [CONTAINER],
  check: (resource, { catalog }) =>
    mustBe(resource, "stopTimeout", catalog.profiles.container.stopTimeout, CAUSE),
};
