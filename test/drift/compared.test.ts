import { comparedResources } from "../../cli/drift/compared";
import { checkStack } from "../../cli/pipeline";
import type { ResourceView } from "../../fleet/resource";
import { secretsNeeded } from "../../fleet/secrets/needed";
import { ROOT } from "../support/project";

/** Files that hold secrets: in the check stands something else in their place, which was never sent. */
const { plan, resources } = checkStack(ROOT, "dev");
const PASSWORDS = {
  ...Object.fromEntries(secretsNeeded(plan).map(({ name }) => [name, `${name}-1`])),
  brokerAgentPassword: "one",
  brokerClientPassword: "two",
  brokerOperatorPassword: "three",
};

interface Upload {
  readonly file: string;
  readonly content: string;
}

function filesOf(some: readonly ResourceView[]): Record<string, string> {
  const loader = some.find(({ name }) => name === "rabbitmq-files");
  const uploads = loader?.properties["uploads"] as unknown as readonly Upload[];
  return Object.fromEntries(uploads.map(({ file, content }) => [file, content]));
}

it("are compared where the secrets are known", () => {
  const files = filesOf(comparedResources(plan, resources, PASSWORDS));
  expect(files["/run/fleet/broker/password"]).toBe("one\n");
  expect(files["/etc/rabbitmq/fleet/definitions.json"]).toContain('"password_hash"');
});

it("are left out where they are not, and nothing else is", () => {
  const files = filesOf(comparedResources(plan, resources, {}));
  expect(Object.keys(files)).toEqual(["/etc/rabbitmq/fleet/rabbitmq.conf"]);
  expect(comparedResources(plan, resources, {})).toHaveLength(resources.length);
});

it("change no label: whoever knows no secret compares the same containers", () => {
  const labels = (some: readonly ResourceView[]) =>
    some.filter(({ name }) => name === "rabbitmq").map(({ properties }) => properties["labels"]);
  expect(labels(comparedResources(plan, resources, PASSWORDS))).toEqual(labels(resources));
});
