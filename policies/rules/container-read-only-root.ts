import { CONTAINER } from "../../fleet/resource";
import { loaderOf } from "../read/file-loader";
import { mustBe } from "../read/outcomes";
import { NOT_APPLICABLE } from "../rule";
import type { ResourceRule } from "../rule";

export const containerReadOnlyRoot: ResourceRule = {
  id: "container-read-only-root",
  description: "The root file system of every container that may run is read-only.",
  category: "security",
  severity: "critical",
  rationale: "Whoever breaks into a container with a writable root can replace its programs.",
  remediation: "Set `readOnly: true`, and give a tmpfs or a volume to the folders that are written to.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    if (loaderOf(resource, catalog) !== null) return NOT_APPLICABLE;
    return mustBe(resource, "readOnly", true);
  },
};
