import { randomBytes } from "node:crypto";
import { UNKNOWN } from "../../fleet/resource";
import { evaluate } from "../../policies/evaluate";
import { containerNoSecretsInEnvironment } from "../../policies/rules/container-no-secrets-in-environment";
import { describeRule, expectedIn } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

/** Put together here, so that no scanner takes this file for a leak. */
const mix = (length: number) => "aB3dE5fG7hJ9kL2mN4pQ6rS8tU1vW0xY".slice(0, length);
const SECRETS: readonly (readonly [entry: string, kind?: string])[] = [
  ["DB_PASSWORD=hunter2", "a value under a name of a secret"],
  ["db_password=hunter2"],
  ["PGPASSWORD=1"],
  ["DB_PASSWORD=123456"],
  ["CLIENT_SECRET=x"],
  ["GITHUB_TOKEN=x"],
  ["OPENAI_API_KEY=x"],
  ["APIKEY=x"],
  ["SIGNING_KEY=x"],
  ["AWS_SECRET_ACCESS_KEY=x"],
  ["RABBITMQ_ERLANG_COOKIE=x"],
  ["DB_PASS=x"],
  ["SENTRY_DSN=x"],
  ["DB_PASSWORD_FILE=hunter2"],
  ["AMQP_URL=amqp://guest:guest@rabbitmq:5672/", "a password in a URL"],
  ["REDIS=redis://:pw@redis:6379"],
  [`CERT=${"-----BEGIN RSA "}${"PRIVATE KEY-----\nMIIE\n"}`, "a private key"],
  [`A=${"ghp" + "_"}${mix(24)}`, "a token of a known service"],
  [`A=${"glpat" + "-"}${mix(20)}`, "a token of a known service"],
  [`A=${"sk" + "-"}${mix(24)}`, "a token of a known service"],
  [`A=${"AKIA"}${"ABCDEFGHIJKLMNOP"}`, "a token of a known service"],
  [`A=${"xox" + "b-"}${mix(12)}`, "a token of a known service"],
  [`A=${"ey" + "J"}hbGciOiJIUzI1NiJ9.${"ey" + "J"}zdWIiOiJ4In0.x`, "a token of a known service"],
  [`HEADERS=Authorization: Bearer ${mix(12)}`, "an authorization header"],
  ["CONNECTION=Server=db;User=app;Password=hunter2", "a password in a connection"],
  [`A=${mix(32)}`, "a value that looks random"],
  ["A=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "a value that looks random"],
];
const HARMLESS: readonly string[] = [
  "FLEET_AGENT=ai-senior-full-stack-developer",
  "PORT=8080",
  "CONSUL_URL=http://consul:8500",
  "DB_PASSWORD_FILE=/run/secrets/db",
  "TLS_KEY_PATH=/etc/tls/key.pem",
  "DB_PASSWORD=",
  "DB_PASSWORD",
  "MAX_TOKENS=4096",
  "MAX_NEW_TOKENS=4096",
  "TOKEN_LIMIT=4096",
  "TOKENIZERS_PARALLELISM=false",
  "ROUTING_KEY=tasks.high",
  "KEYBOARD=de",
  "COMPASS=north",
  "AUTHOR=somebody",
  "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  "MODEL=meta-llama/Llama-3.1-8B-Instruct",
  "MODEL=mistralai/Mistral-7B-Instruct-v0.3",
  "MODEL=mistralai/Mixtral-8x7B-Instruct-v0.1-GGUF",
  "STRATEGY=weighted_round_robin,health_aware,capacity_based,latency_optimised",
  "GIT_COMMIT=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
  "IMAGE=agent@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  "ID=123e4567-e89b-12d3-a456-426614174000",
  "AT=2024-11-24T10:00:00.000000000Z",
  "CONTACT=mailto:someone@example.org",
];

describeRule(containerNoSecretsInEnvironment, [
  { title: "an ordinary environment", resources: [goodContainer()], expect: "pass" },
  { title: "none", resources: [goodContainer({ envs: undefined })], expect: "pass" },
  { title: "an empty one", resources: [goodServiceContainer()], expect: "pass" },
  ...SECRETS.map(([entry, kind]) => ({
    title: entry.slice(0, 32),
    resources: [goodContainer({ envs: ["PORT=8080", entry] })],
    expect: "fail" as const,
    property: `envs.${entry.slice(0, entry.indexOf("="))}`,
    ...(kind === undefined ? {} : { found: kind }),
  })),
  ...HARMLESS.map((entry) => ({
    title: entry,
    resources: [goodContainer({ envs: [entry] })],
    expect: "pass" as const,
  })),
  {
    title: "a secret of a service",
    resources: [goodServiceContainer({ envs: ["A_PASSWORD=x"] })],
    expect: "fail",
  },
  {
    title: "a secret in the place of the name",
    resources: [goodContainer({ envs: [`${mix(32)}=x`, `${"ghp" + "_"}${mix(24)}`] })],
    expect: "fail",
    property: "envs[1]",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ envs: UNKNOWN })],
    expect: "notEvaluated",
    property: "envs",
  },
  {
    title: "one not known yet",
    resources: [goodContainer({ envs: ["A=1", UNKNOWN] })],
    expect: "notEvaluated",
    property: "envs[1]",
  },
  {
    title: "one not known yet, another a secret",
    resources: [goodContainer({ envs: [UNKNOWN, "A_PASSWORD=x"] })],
    expect: "fail",
    property: "envs.A_PASSWORD",
  },
]);

describe("container-no-secrets-in-environment", () => {
  it("never repeats a value in what it reports", () => {
    const envs = SECRETS.map(([entry]) => entry);
    const report = evaluate([goodContainer({ envs })], expectedIn("prod"), [containerNoSecretsInEnvironment]);
    expect(report.findings).toHaveLength(envs.length);
    const text = JSON.stringify(report);
    for (const value of envs.map((entry) => entry.slice(entry.indexOf("=") + 1)))
      if (value.length > 4) expect(text).not.toContain(value);
  });

  it.each(["hex", "base64"] as const)("sees random keys written as %s", (encoding) => {
    const containers = Array.from({ length: 500 }, () =>
      goodContainer({ envs: [`A=${randomBytes(32).toString(encoding)}`] }),
    );
    const [result] = evaluate(containers, expectedIn("prod"), [containerNoSecretsInEnvironment]).rules;
    // About one in a thousand base64 texts has neither a long piece without `/` nor three digits.
    expect(result?.failed).toBeGreaterThan(490);
  });

  it.each(["a", "-eyJaaaaaaaa", "a://", "-----BEGIN ", "=", "a+/", "SG.a", "password ", "bearer "])(
    "takes no longer than it has to for many of %j",
    (part) => {
      const entry = `A=${part.repeat(30_000)}!`;
      const names = `MAX_${"MAX_".repeat(20_000)}TOKEN_=1`;
      const started = process.cpuUsage();
      evaluate([goodContainer({ envs: [entry, names] })], expectedIn("prod"), [
        containerNoSecretsInEnvironment,
      ]);
      const { user, system } = process.cpuUsage(started);
      // Quadratic would be minutes.
      expect((user + system) / 1e6).toBeLessThan(10);
    },
  );
});
