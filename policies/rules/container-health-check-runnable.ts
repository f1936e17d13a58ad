import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { agentImageOf } from "../read/agent-image";
import { TESTS, firstWord, programName, testsOf } from "../read/health-command";
import { failure } from "../read/failure";
import { remember } from "../read/remember";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { Expected, ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

const NO_COMMANDS: readonly string[] = [];
const programOfShellLine = remember((line) => programName(firstWord(line)));

export const containerHealthCheckRunnable: ResourceRule = {
  id: "container-health-check-runnable",
  description: "The program of a health check is one that the image has.",
  category: "health",
  severity: "high",
  rationale:
    "Docker runs the check inside the image. A check with curl in an image without curl makes every healthy agent unhealthy.",
  remediation: "Use a command that catalog/profiles.yaml lists for the runtime of the agent's image.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, expected) {
    const commands = commandsOf(resource, expected);
    if (commands === null) return NOT_APPLICABLE;
    const tests = testsOf(resource);
    if (tests === UNKNOWN) return notEvaluated(TESTS);
    // Without a check there is no program to judge: container-health-check-present says so.
    if (tests.length === 0) return NOT_APPLICABLE;
    const [form, command] = tests;
    if (form === UNKNOWN) return notEvaluated(`${TESTS}[0]`);
    if (form !== "CMD" && form !== "CMD-SHELL") return failure(`${TESTS}[0]`, form, "CMD or CMD-SHELL");
    if (command === UNKNOWN) return notEvaluated(`${TESTS}[1]`);
    const program = programOf(form, command);
    return commands.includes(program) ? PASS : failure(TESTS, program, `one of ${commands.join(", ")}`);
  },
};

/** What the image of the agent or service can run; null where the catalog doesn't know the container. */
function commandsOf(resource: ResourceView, expected: Expected): readonly string[] | null {
  const { catalog } = expected;
  const agent = agentOf(resource, catalog);
  if (agent !== null) {
    return catalog.profiles.runtimes.get(agentImageOf(agent, expected).runtime)?.commands ?? NO_COMMANDS;
  }
  // A service's entry names a program of its image, with the reason for it.
  return serviceOf(resource, catalog)?.health.command.slice(0, 1) ?? null;
}

function programOf(form: "CMD" | "CMD-SHELL", command: PropertyValue): string {
  if (typeof command !== "string") return "";
  return form === "CMD" ? programName(command) : programOfShellLine(command);
}
