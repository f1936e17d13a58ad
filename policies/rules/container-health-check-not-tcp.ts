import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { TESTS, testsOf } from "../read/health-command";
import { failure } from "../read/failure";
import { remember } from "../read/remember";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";

/** Ways to open a connection and no more. */
const CONNECT =
  /(?:^|[\s;|&(`/])(?:nc|ncat|netcat|telnet|socat|nmap|wait-for-it(?:\.sh)?)(?:[\s;|&)]|$)|\/dev\/(?:tcp|udp)\/|telnet:\/\/|\bcreate_connection\b|\bsocket\b[^]{0,1000}\.connect(?:_ex)?\b|\bnet\.(?:connect|createConnection|Socket)\b|HTTPS?Connection\([^)]*\)\.connect\(|\bTCPSocket\b|\bfsockopen\b/;
const ZERO_IO = /(?:^|[\s/])(?:nc|ncat|netcat)\s(?:[^;|&]*\s)?-\w*z/;
/** The same tools can be made to speak HTTP; then an answer is read. */
const ASKS = /\bHTTP\/\d/;

const connects = remember((text) => CONNECT.test(text));

export const containerHealthCheckNotTcp: ResourceRule = {
  id: "container-health-check-not-tcp",
  description: "A health check asks the agent for an answer; it does more than open a connection.",
  category: "health",
  severity: "high",
  rationale:
    "The kernel accepts connections for a process that hangs: a check that only connects says healthy as long as it exists.",
  remediation: "Ask the liveness path over HTTP.",
  scope: "resource",
  types: [CONTAINER],
  check(resource) {
    const tests = testsOf(resource);
    if (tests === UNKNOWN) return notEvaluated(TESTS);
    if (tests.length === 0 || tests[0] === "NONE") return NOT_APPLICABLE;
    let suspect = false;
    let unknown = -1;
    for (let index = 1; index < tests.length; index += 1) {
      const part = tests[index];
      if (part === UNKNOWN) unknown = index;
      else if (typeof part === "string" && connects(part)) suspect = true;
    }
    if (suspect) {
      const line = tests.filter((part) => typeof part === "string").join(" ");
      if (!ASKS.test(line) || ZERO_IO.test(line)) return failure(TESTS, line, "an HTTP request");
    }
    return unknown < 0 ? PASS : notEvaluated(`${TESTS}[${unknown}]`);
  },
};
