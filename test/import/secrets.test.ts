import pico from "picocolors";
import { shownLine, shownValue } from "../../cli/import/redact";
import { importJson, importMarkdown, importText } from "../../cli/import/report";
import { entriesText } from "../../cli/import/write/text";
import { problemsOf } from "../support/project";
import { importTexts } from "./support";

const MARK = "hunter2-geheim-99";
type Texts = Readonly<Record<string, string>>;
const one = (service: string, more: Texts = {}): Texts => ({
  "compose.yaml": `services: { ${service} }\n`,
  ...more,
});

describe("what is shown", () => {
  it.each([
    ["PASSWORD", MARK, "***"],
    ["DATABASE_URL", `postgres://me:${MARK}@db/x`, "postgres://me:***@db/x"],
    ["PLAIN", "value", "value"],
  ])("of %s=%s is %s", (name, value, shown) => expect(shownValue(name, value)).toBe(shown));

  it.each([
    [`    PASSWORD: ${MARK}`, "    PASSWORD: ***"],
    [`x: amqp://a:${MARK}@x`, "x: ***"],
    ["image: python:3.11", "image: python:3.11"],
  ])("of the line %j is %j", (line, shown) => expect(shownLine(line)).toBe(shown));
});

describe("a secret", () => {
  it.each<readonly [string, Texts]>([
    ["an environment", one(`a: { image: "x:1", environment: { DB_PASSWORD: "${MARK}" } }`)],
    ["a list", one(`a: { image: "x:1", environment: ["API_TOKEN=${MARK}"] }`)],
    ["an env file", one(`a: { image: "x:1", env_file: a.env }`, { "a.env": `DB_PASSWORD=${MARK}\n` })],
    [
      "a variable",
      one(`a: { image: "x:1", environment: { URL: "http://u:\${P}@x/" } }`, { ".env": `P=${MARK}\n` }),
    ],
    ["a command", one(`a: { image: "x:1", command: "run --password=${MARK}" }`)],
    ["a check", one(`consul: { image: "consul:1", healthcheck: { test: "curl http://u:${MARK}@x/" } }`)],
    [
      "a service",
      one(
        `consul: { image: "consul:1", environment: { CONSUL_TOKEN: "${MARK}" }, healthcheck: { test: [CMD, x] } }`,
      ),
    ],
    [
      "a shared block",
      { "compose.yaml": `x-s: { SECRET_KEY: "${MARK}" }\nservices: { a: { image: "x:1" } }\n` },
    ],
  ])("in %s is in no output", (_, texts) => {
    const result = importTexts(texts);
    const outputs = [
      importText(result, pico.createColors(false)),
      importMarkdown(result),
      importJson(result, []),
    ];
    for (const output of outputs) expect(output.length).toBeGreaterThan(0);
    for (const output of [...outputs, entriesText(result.entries)]) expect(output).not.toContain(MARK);
  });

  it.each<readonly [string, Texts]>([
    ["a wrong type", one(`a: { image: "x:1", environment: "DB_PASSWORD=${MARK}" }`)],
    ["a broken env file", one(`a: { image: "x:1", env_file: a.env }`, { "a.env": `${MARK} no variable\n` })],
    ["broken YAML", { "compose.yaml": `services:\n  a:\n    environment:\n      DB_PASSWORD: "${MARK}\n` }],
    ["a message", one(`a: { image: "\${X:?password=${MARK}}" }`)],
  ])("in %s is in no problem", (_, texts) => {
    const problems = problemsOf(() => importTexts(texts));
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toContain(MARK);
  });
});
