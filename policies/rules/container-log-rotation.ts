import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { fieldOf, hasUnknown, isAbsent, isRecord } from "../read/values";
import { notEvaluated } from "../rule";
import type { Mended, Outcome, ResourceRule } from "../rule";

export const containerLogRotation: ResourceRule = {
  id: "container-log-rotation",
  description: "Logs are rotated: a local driver, with the size and number of files of the profile.",
  category: "style",
  severity: "medium",
  rationale: "The engine's default keeps every line for ever: one talkative agent fills the disk of all.",
  remediation:
    "Set `logDriver` to json-file or local, and max-size and max-file of the profile in `logOpts`.",
  scope: "resource",
  types: [CONTAINER],
  check({ properties: { logDriver, logOpts } }, { catalog }) {
    const { logMaxSize, logMaxFiles } = catalog.profiles.container;
    const problems: Outcome[] = [];
    if (logDriver === UNKNOWN) problems.push(notEvaluated("logDriver"));
    else if (logDriver !== "json-file" && logDriver !== "local")
      problems.push(failure("logDriver", logDriver, "json-file or local"));
    const size = fieldOf(logOpts, "max-size");
    if (size === UNKNOWN) problems.push(notEvaluated("logOpts.max-size"));
    else if (size !== logMaxSize)
      problems.push(
        failure("logOpts.max-size", size, logMaxSize, {
          file: "profiles",
          path: ["container", "logMaxSize"],
        }),
      );
    const files = fieldOf(logOpts, "max-file");
    if (files === UNKNOWN) problems.push(notEvaluated("logOpts.max-file"));
    else if (typeof files !== "string" || Number(files) !== logMaxFiles)
      problems.push(
        failure("logOpts.max-file", files, String(logMaxFiles), {
          file: "profiles",
          path: ["container", "logMaxFiles"],
        }),
      );
    return passUnless(problems);
  },
  mend({ properties: { logDriver, logOpts } }, { catalog }): Mended | null {
    // Options of a driver nobody knows yet may be refused by it, and a list of options is replaced as a whole.
    if (hasUnknown(logDriver) || hasUnknown(logOpts)) return null;
    // Another driver was chosen on purpose, and has options of its own: that is for a person to change.
    if (!isAbsent(logDriver) && logDriver !== "json-file" && logDriver !== "local") return null;
    if (!isAbsent(logOpts) && !isRecord(logOpts)) return null;
    const { logMaxSize, logMaxFiles } = catalog.profiles.container;
    const size = fieldOf(logOpts, "max-size");
    const files = fieldOf(logOpts, "max-file");
    const rotated = size === logMaxSize && typeof files === "string" && Number(files) === logMaxFiles;
    if (rotated && !isAbsent(logDriver)) return null;
    return {
      ...(isAbsent(logDriver) ? { logDriver: "json-file" } : {}),
      ...(rotated
        ? {}
        : { logOpts: { ...logOpts, "max-size": logMaxSize, "max-file": String(logMaxFiles) } }),
    };
  },
};
