import { checkStack } from "../../cli/pipeline";
import { forwardTarget } from "../../cli/forward/target";
import { InputError } from "../../fleet/problem";
import { loginsOf } from "../../fleet/secrets/logins";
import { fleetWith } from "../support/fleet";
import { ROOT } from "../support/project";

const { plan } = checkStack(ROOT, "local");
const [agent] = plan.agents;
if (agent === undefined) throw new Error("the fleet has no agent");

describe("what a forwarded port means", () => {
  const grafana = "sutazai-local-grafana";
  it.each([
    ["grafana", null, { container: grafana, port: 3000, local: 3000 }],
    ["grafana", "http", { container: grafana, port: 3000, local: 3000 }],
    ["grafana", "8300:3000", { container: grafana, port: 3000, local: 8300 }],
    ["grafana", "8300:http", { container: grafana, port: 3000, local: 8300 }],
    ["grafana", ":3000", { container: grafana, port: 3000, local: null }],
    ["grafana", "9999", { container: grafana, port: 9999, local: 9999 }],
    [grafana, null, { container: grafana, port: 3000, local: 3000 }],
    ["rabbitmq", ":amqp", { container: "sutazai-local-rabbitmq", port: 5672, local: null }],
    [agent.name, null, { container: agent.containerName, port: agent.health.port, local: agent.health.port }],
    [agent.containerName, ":http", { container: agent.containerName, port: agent.health.port, local: null }],
  ])("%s %s", (name, ports, wanted) => {
    expect(forwardTarget(plan, name, ports)).toMatchObject(wanted);
  });

  it("takes the first of several replicas by the service's name, and each by its own", () => {
    const { plan: prod } = checkStack(ROOT, "prod");
    const router = prod.services.find(({ name }) => name === "router");
    const [first, second] = router?.containerNames ?? [];
    expect(forwardTarget(prod, "router", null).container).toBe(first);
    expect(forwardTarget(prod, second ?? "", null)).toMatchObject({ container: second, service: "router" });
  });

  it.each([
    ["grafna", null, "unknown-target", "did you mean grafana?"],
    ["nothing-like-it", null, "unknown-target", "services: "],
    ["grafana", "0", "wrong-value", "8300:3000"],
    ["grafana", "65536:3000", "wrong-value", "8300:3000"],
    ["grafana", "web", "wrong-value", "8300:3000"],
    ["grafana", "1:2:3", "wrong-value", "8300:3000"],
    ["grafana", "", "wrong-value", "8300:3000"],
  ])("%s %s is refused", (name, ports, code, fix) => {
    const refused = () => forwardTarget(plan, name, ports);
    expect(refused).toThrow(InputError);
    try {
      refused();
    } catch (error) {
      const [problem] = (error as InputError).problems;
      expect([problem?.code, problem?.fix]).toEqual([code, expect.stringContaining(fix)]);
    }
  });
});

it("knows with what people log in to each service that asks", () => {
  const logins = plan.services.flatMap((service) =>
    loginsOf(service).map(({ user }) => `${service.name} ${user}`),
  );
  expect(logins.sort()).toEqual([
    "alertmanager fleet",
    "grafana operator",
    "prometheus fleet",
    "rabbitmq agent",
    "rabbitmq client",
    "rabbitmq operator",
  ]);
});

it("says of a name that is wrong, and of a Docker that does not answer, what to do", () => {
  const nowhere = { DOCKER_HOST: "unix:///nowhere/docker.sock" };
  const wrong = fleetWith(nowhere, "port-forward", "grafna", "--stack", "local");
  expect([wrong.code, wrong.out]).toEqual([2, ""]);
  expect(wrong.err).toContain("did you mean grafana?");
  const dead = fleetWith(nowhere, "port-forward", "grafana", "--stack", "local");
  expect([dead.code, dead.out]).toEqual([2, ""]);
  expect(dead.err).toContain("[docker-unreachable]");
  expect(dead.err).toContain("  fix     Start Docker");
});
