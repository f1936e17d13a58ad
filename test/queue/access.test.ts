import * as pulumi from "@pulumi/pulumi";
import { declareResources } from "../../components/declare";
import { Fleet } from "../../components/fleet";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import { brokerConfig, brokerSecretFiles } from "../../fleet/render/broker-files";
import { secretsNeeded } from "../../fleet/secrets/needed";
import { readStack } from "../../stacks/read";
import { Project, ROOT, problemsOf } from "../support/project";
import { Recorder } from "../support/recorder";

const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));
const PASSWORDS = {
  ...Object.fromEntries(secretsNeeded(plan).map(({ name }) => [name, `${name}-1`])),
  brokerAgentPassword: "agents-own",
  brokerClientPassword: "clients-own",
  brokerOperatorPassword: "operators-own",
};

/** A secret as the engine is sent it: an object with this key and the value beside it. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

test("nobody who only looks gets to see a user or a password", () => {
  const seen = JSON.stringify([plan, declareResources(plan)]);
  expect(seen).toContain("dead-letter-exchange");
  expect(seen).not.toContain("password_hash");
});

test("the same passwords give the same files, and no password stands in the definitions", () => {
  const files = brokerSecretFiles(plan, PASSWORDS);
  expect(brokerSecretFiles(plan, PASSWORDS)).toEqual(files);
  for (const password of ["agents-own", "clients-own", "operators-own"])
    expect(files["broker-definitions"]).not.toContain(password);
  expect(files["broker-definitions"]?.match(/"password_hash":/g)).toHaveLength(3);
  expect(files["broker-agent-password"]).toBe("agents-own\n");
});

test("the broker listens where the catalog says, and knows its memory", () => {
  const text = brokerConfig(plan) ?? "";
  expect(text).toContain("listeners.tcp.1 = 5672\n");
  expect(text).toContain("prometheus.tcp.port = 15692\n");
  expect(text).toContain("load_definitions = /etc/rabbitmq/fleet/definitions.json\n");
  expect(text).toContain(`total_memory_available_override_value = ${512 * 2 ** 20}\n`);
});

test("what depends on the broker mounts its access read-only, and nothing else of it", () => {
  const [agent] = declareResources(plan).filter(({ name }) => name === plan.agents[0]?.name);
  expect(agent?.properties["volumes"]).toEqual([
    { volumeName: "sutazai-dev-rabbitmq-access", containerPath: "/run/fleet/broker", readOnly: true },
  ]);
});

test("the engine is told that the files are secrets, with the users in them", async () => {
  const recorder = await Recorder.start("sutazai-fleet", plan.stack);
  await recorder.run(() => new Fleet(plan.fleet, { plan, secrets: pulumi.output(PASSWORDS) }));
  const loader = recorder.resources.find(({ name }) => name === "rabbitmq-files");
  const sent = JSON.stringify(loader?.inputs);
  expect(sent).toContain("password_hash");
  expect(sent).toContain(SIGNATURE);
  const others = recorder.resources.filter(({ name }) => name !== "rabbitmq-files");
  expect(JSON.stringify(others.map(({ inputs }) => inputs))).not.toContain("agents-own");
});

test("a service can only share a volume that it has", () => {
  const project = new Project();
  try {
    project.edit("catalog/services.yaml", "shares: [rabbitmq-access]", "shares: [rabbitmq-acess]");
    expect(problemsOf(() => loadCatalog(project.root))).toMatchObject([
      {
        code: "wrong-value",
        found: "rabbitmq-acess",
        fix: expect.stringContaining("rabbitmq-access") as string,
      },
    ]);
  } finally {
    project.remove();
  }
});
