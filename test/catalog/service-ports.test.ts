import { loadCatalog } from "../../fleet/catalog/load";
import { Project, problemsOf } from "../support/project";

const SERVICES = "catalog/services.yaml";
let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

const problems = () =>
  problemsOf(() => loadCatalog(project.root)).map(({ code, message, found, fix, place }) => ({
    told: `${code}: ${message}`,
    found,
    fix,
    line: project.read(SERVICES).split("\n")[(place?.line ?? 0) - 1]?.trim(),
  }));

describe("ports that configurations are made with", () => {
  it.each([
    ["consul", "{ http: 8500, dns: 8600 }", "{ http: 8500 }", "dns", "http"],
    ["rabbitmq", "{ amqp: 5672, metrics: 15692 }", "{ metrics: 15692 }", "amqp", "metrics"],
    ["router", "{ http: 8404, metrics: 8405 }", "{ metrics: 8405 }", "http", "metrics"],
    ["model-gateway", "{ http: 11434, metrics: 8405 }", "{ metrics: 8405 }", "http", "metrics"],
    ["ollama", "{ http: 11434 }", "{ api: 11434 }", "http", "api"],
    ["ollama", "{ http: 11434 }", "{}", "http", "no port"],
  ])("of %s have to be there: not %s but %s", (service, before, after, missing, found) => {
    project.edit(SERVICES, `ports: ${before}`, `ports: ${after}`);
    expect(problems()).toEqual([
      {
        told: `missing-key: the ports of ${service} have no ${missing}`,
        found,
        fix: `add the key ${missing}`,
        line: `ports: ${after}`,
      },
    ]);
  });

  it("of metrics is one of the service", () => {
    project.edit(
      SERVICES,
      "metrics: { role: router, port: metrics, path: /metrics }",
      "metrics: { role: router, port: metric, path: /metrics }",
    );
    expect(problems()).toEqual([
      {
        told: "wrong-value: the metrics of router are on a port that it does not have",
        found: "metric",
        fix: "did you mean metrics?",
        line: "metrics: { role: router, port: metric, path: /metrics }",
      },
    ]);
  });

  it("says of a port that is badly written only that", () => {
    project.edit(SERVICES, "ports: { http: 8500, dns: 8600 }", "ports: { http: 8500, dns: eight }");
    expect(problems().map(({ told }) => told.split(":")[0])).toEqual(["wrong-type"]);
  });
});
