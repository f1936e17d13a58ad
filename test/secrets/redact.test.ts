import fc from "fast-check";
import { redactLogins, redactSourceLine, redactText, redactValue, REDACTED } from "../../cli/redact";

describe("what hides secrets", () => {
  it.each([
    "image: sutazai/reference-agent:0.1.0",
    "example/agent:1.0.0@sha256:1111111111111111111111111111111111111111111111111111111111111111",
    "command: [agent, -server, -bootstrap-expect=1, -client=0.0.0.0, -data-dir=/consul/data]",
    "http://consul:8500/v1/agent/metrics?format=prometheus",
    "max_tokens: 4096, password_file: /run/secrets/db",
    "unix:///var/run/docker.sock",
    "memory 2 GiB -> at most 1 GiB",
    "the agents of pool hot: they guard the fleet",
  ])("leaves %s alone", (text) => {
    expect(redactText(text)).toBe(text);
    expect(redactSourceLine(text, [])).toBe(text);
    expect(redactLogins(text)).toBe(text);
  });

  it("keeps a line as long as it was, so that the mark under it points to the same column", () => {
    const text = fc.stringMatching(/^[ #a-z_:="'@/-]{0,20}(token|password)[:= ]{1,3}[\w"'@/#-]{0,30}$/);
    fc.assert(
      fc.property(text, (line) => {
        expect(redactSourceLine(line, ["above: 1"])).toHaveLength(line.length);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("hides a password of any letters, wherever a pair can stand", () => {
    const password = fc
      .stringMatching(/^[A-Za-z0-9!$%&*+._~-]{6,30}$/)
      .filter((text) => !text.startsWith("-"));
    const forms = [
      (secret: string) => `DB_PASSWORD=${secret}`,
      (secret: string) => `{ db_password: ${secret} }`,
      (secret: string) => `{ "db_password": "${secret}", "a": 1 }`,
      (secret: string) => `run --db-password ${secret} --verbose`,
      (secret: string) => `sutazai-fleet:password: ${secret}`,
      (secret: string) => `https://app:${secret}@example.org/x`,
    ];
    fc.assert(
      fc.property(password, fc.constantFrom(...forms), (secret, form) => {
        expect(redactText(form(secret))).not.toContain(secret);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("changes nothing but the secrets of a value, and not its shape", () => {
    const plan = {
      services: [
        { name: "store", environment: { API_TOKEN: "hidden-1", LEVEL: "debug" }, ports: { http: 1 } },
      ],
      command: ["serve", "--password", "hidden-2", "--level", "debug", "--token=hidden-3"],
      digest: null,
    };
    expect(redactValue(plan)).toEqual({
      services: [{ name: "store", environment: { API_TOKEN: REDACTED, LEVEL: "debug" }, ports: { http: 1 } }],
      command: ["serve", "--password", REDACTED, "--level", "debug", `--token=${REDACTED}`],
      digest: null,
    });
  });

  it("takes time linear in what it reads", () => {
    for (const piece of ["a:", "a=", "::", "//@", "--a ", "'", '"', "a:a@", "# password "]) {
      const text = piece.repeat(100_000);
      const started = performance.now();
      redactText(text);
      redactSourceLine(text, [text]);
      // Quadratic time would take minutes.
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });
});
