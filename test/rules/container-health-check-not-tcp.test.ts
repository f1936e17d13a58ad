import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerHealthCheckNotTcp } from "../../policies/rules/container-health-check-not-tcp";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const checkedBy = (...tests: PropertyValue[]) => [goodContainer({ healthcheck: { tests } })];

describeRule(containerHealthCheckNotTcp, [
  { title: "an HTTP request", resources: [goodContainer()], expect: "pass" },
  { title: "an HTTP request, a service", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "another protocol's own check",
    resources: checkedBy("CMD", "rabbitmq-diagnostics", "-q", "check_running"),
    expect: "pass",
  },
  {
    title: "nc -z",
    resources: checkedBy("CMD", "nc", "-z", "127.0.0.1", "8080"),
    expect: "fail",
    found: "CMD nc -z 127.0.0.1 8080",
  },
  {
    title: "nc -z by path, in a shell line",
    resources: checkedBy("CMD-SHELL", "/bin/nc -vz localhost 8080 || exit 1"),
    expect: "fail",
  },
  {
    title: "nc at the end of a pipe",
    resources: checkedBy("CMD-SHELL", "echo|nc localhost 8080"),
    expect: "fail",
  },
  {
    title: "nc that asks over HTTP",
    resources: checkedBy(
      "CMD-SHELL",
      "printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' | nc localhost 8080 | grep -q 200",
    ),
    expect: "pass",
  },
  {
    title: "nc -z with a comment that looks like HTTP",
    resources: checkedBy("CMD-SHELL", "nc -w 2 -z localhost 8080 # HTTP/1.1"),
    expect: "fail",
  },
  { title: "telnet", resources: checkedBy("CMD-SHELL", "echo quit | telnet localhost 8080"), expect: "fail" },
  { title: "curl telnet://", resources: checkedBy("CMD", "curl", "telnet://127.0.0.1:8080"), expect: "fail" },
  {
    title: "bash and /dev/tcp",
    resources: checkedBy("CMD", "bash", "-c", "</dev/tcp/127.0.0.1/8080"),
    expect: "fail",
  },
  {
    title: "a redirection into /dev/tcp",
    resources: checkedBy("CMD-SHELL", "exec 3<>/dev/tcp/localhost/8080"),
    expect: "fail",
  },
  {
    title: "Python, socket.connect",
    resources: checkedBy(
      "CMD",
      "python3",
      "-c",
      "import socket; s = socket.socket(); s.connect(('127.0.0.1', 8080))",
    ),
    expect: "fail",
  },
  {
    title: "Python, create_connection",
    resources: checkedBy("CMD", "python3", "-c", "from socket import create_connection as c; c(('', 8080))"),
    expect: "fail",
  },
  {
    title: "Python, a connection without a request",
    resources: checkedBy(
      "CMD",
      "python3",
      "-c",
      "import http.client as h; h.HTTPConnection('localhost', 8080).connect()",
    ),
    expect: "fail",
  },
  {
    title: "Python, a request",
    resources: checkedBy(
      "CMD",
      "python3",
      "-c",
      "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/healthz', timeout=4)",
    ),
    expect: "pass",
  },
  {
    title: "Node, net.connect",
    resources: checkedBy("CMD", "node", "-e", "require('net').connect; net.connect(8080)"),
    expect: "fail",
  },
  {
    title: "a word that only contains nc",
    resources: checkedBy("CMD-SHELL", "sync-check --nc-mode http://localhost/healthz"),
    expect: "pass",
  },
  {
    title: "no check: another rule's",
    resources: [goodContainer({ healthcheck: undefined })],
    expect: "notApplicable",
  },
  { title: "switched off: another rule's", resources: checkedBy("NONE"), expect: "notApplicable" },
  {
    title: "not known yet",
    resources: [goodContainer({ healthcheck: UNKNOWN })],
    expect: "notEvaluated",
    property: "healthcheck.tests",
  },
  {
    title: "a word not known yet",
    resources: checkedBy("CMD", "wget", UNKNOWN),
    expect: "notEvaluated",
    property: "healthcheck.tests[2]",
  },
  {
    title: "a word not known yet, but only connects",
    resources: checkedBy("CMD", "nc", "-z", UNKNOWN),
    expect: "fail",
  },
  {
    title: "only times not known yet",
    resources: [
      goodContainer({
        healthcheck: { tests: ["CMD", "wget", "http://localhost/healthz"], interval: UNKNOWN },
      }),
    ],
    expect: "pass",
  },
]);
