import { chooseServices } from "../../cli/import/model";
import { loadCompose } from "../../cli/import/load";
import type { ComposeService } from "../../cli/import/service";
import { Problems } from "../../fleet/problem";
import { problemsOf } from "../support/project";
import { filesOf, importTexts, lineOf } from "./support";

/** What the specification says of several files, checked on the services that come out. */
function servicesOf(
  texts: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
  profiles: readonly string[] = [],
): Readonly<Record<string, ComposeService>> {
  const problems = new Problems();
  const files = Object.keys(texts)
    .filter((name) => /^compose[^/]*$/.test(name))
    .map((name) => `/repo/${name}`);
  const model = loadCompose({ files, envFiles: [], environment }, filesOf(texts), problems);
  const { services } = chooseServices(model, profiles, problems);
  problems.throwIfAny();
  return Object.fromEntries(services.map((service) => [service.name, service]));
}

const environmentOf = (service: ComposeService | undefined) =>
  Object.fromEntries([...(service?.environment ?? [])].map(([name, { value }]) => [name, value]));

describe("several files", () => {
  const base = `
services:
  a:
    image: one:1
    command: [echo, foo]
    environment: { A: 1, B: 2 }
    ports: ["8080:80"]
    volumes: ["foo:/work"]
    cap_drop: [ALL]
    depends_on: [b]
    healthcheck: { test: [CMD, x], interval: 5s }
  b: { image: "b:1" }
`;
  const merged = (over: string) =>
    servicesOf({ "compose.yaml": base, "compose.over.yaml": `services:\n  a:\n${over}` })["a"];

  it("merges mappings, in either of their forms", () => {
    expect(environmentOf(merged("    environment: [B=3, C=4]\n"))).toEqual({ A: "1", B: "3", C: "4" });
    expect([
      ...(merged("    depends_on: { b: { condition: service_healthy } }\n")?.dependsOn.keys() ?? []),
    ]).toEqual(["b"]);
  });

  it("replaces commands and checks, and appends to other lists", () => {
    expect(merged("    command: [echo, bar]\n")?.start?.value).toBe("echo bar");
    expect(merged("    healthcheck: { test: [CMD, y] }\n")?.health).toMatchObject({
      command: ["y"],
      interval: 5,
    });
    expect(merged('    ports: ["8081:81"]\n')?.ports.map(({ target }) => target)).toEqual([80, 81]);
  });

  it("has one volume of a target", () => {
    expect(merged('    volumes: ["bar:/work"]\n')?.volumes).toMatchObject([
      { source: "bar", target: "/work" },
    ]);
  });

  it("takes away what is reset, and replaces what is overridden", () => {
    expect(merged("    ports: !reset []\n")?.ports).toEqual([]);
    expect(environmentOf(merged("    environment: { A: !reset null }\n"))).toEqual({ B: "2" });
    expect(merged('    ports: !override ["8443:443"]\n')?.ports.map(({ target }) => target)).toEqual([443]);
  });
});

describe("extends", () => {
  it("takes services of this file and of others, again and again", () => {
    const { cli } = servicesOf({
      "compose.yaml":
        "services:\n  cli:\n    extends: { file: common/base.yaml, service: common }\n    environment: { PORT: 8080 }\n",
      "common/base.yaml":
        "services:\n  base: { image: 'busybox:1', user: '7:7', env_file: own.env }\n  common:\n    extends: { service: base }\n    environment: [TZ=utc, PORT=80]\n",
      "common/own.env": "FROM_FILE=yes\nPORT=1\n",
    });
    expect(cli?.user?.value).toBe("7:7");
    expect(environmentOf(cli)).toEqual({ TZ: "utc", PORT: "8080", FROM_FILE: "yes" });
  });

  it.each([
    [
      "a circle",
      "services:\n  a: { extends: { service: b } }\n  b: { extends: { service: a } }\n",
      "compose-cycle",
    ],
    ["itself", "services:\n  a: { extends: { service: a } }\n", "compose-cycle"],
    ["nobody", "services:\n  a: { extends: { service: b } }\n", "unknown-service"],
    [
      "a file that is not there",
      "services:\n  a: { extends: { file: x.yaml, service: b } }\n",
      "file-missing",
    ],
    [
      "a network",
      "services:\n  a: { extends: { file: 'https://x.example/c.yaml', service: b } }\n",
      "compose-remote",
    ],
  ])("refuses %s, with its line", (_, text, code) => {
    const [problem] = problemsOf(() => servicesOf({ "compose.yaml": text }));
    expect(problem?.code).toBe(code);
    if (problem !== undefined) expect(lineOf(problem)).toMatch(/^compose\.yaml:[23]$/);
  });
});

describe("include", () => {
  it("brings services with variables of their own", () => {
    const services = servicesOf(
      {
        "compose.yaml":
          "include: [sub/compose.yaml, { path: [more/a.yaml, more/b.yaml], env_file: more/x.env }]\nservices: { web: { image: 'w:1', depends_on: [db] } }\n",
        ".env": "TAG=outer\n",
        "sub/.env": "TAG=inner\nONLY=sub\n",
        "sub/compose.yaml": "services: { db: { image: 'db:${TAG}-${ONLY}' } }\n",
        "more/a.yaml": "services: { c: { image: 'c:${X}' } }\n",
        "more/b.yaml": "services: { c: { user: '5:5' } }\n",
        "more/x.env": "X=9\n",
      },
      {},
    );
    // The environment of the project comes before that of what it includes.
    expect(services["db"]?.image?.value).toBe("db:outer-sub");
    expect(services["c"]).toMatchObject({ image: { value: "c:9" }, user: { value: "5:5" } });
  });

  it.each([
    ["a circle", "include: [compose.yaml]\n", "compose-cycle"],
    [
      "a name that is taken",
      "include: [sub/compose.yaml]\nservices: { a: { image: 'a:1' } }\n",
      "compose-name",
    ],
    ["what is not there", "include: [nowhere.yaml]\n", "file-missing"],
    ["a repository", "include: ['git@example.org:x.git']\n", "compose-remote"],
    ["a registry, and shows no password", "include: ['oci://me:geheim99@example.org/x']\n", "compose-remote"],
  ])("refuses %s", (_, text, code) => {
    const problems = problemsOf(() =>
      servicesOf({ "compose.yaml": text, "sub/compose.yaml": "services: { a: { image: 'b:1' } }\n" }),
    );
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(JSON.stringify(problems)).not.toContain("geheim99");
  });
});

describe("profiles", () => {
  const text = `
services:
  foo: { image: "foo:1" }
  bar: { image: "bar:1", profiles: [test] }
  baz: { image: "baz:1", depends_on: [bar], profiles: [test] }
  zot: { image: "zot:1", depends_on: [bar], profiles: [debug] }
`;
  const names = (...profiles: string[]) => Object.keys(servicesOf({ "compose.yaml": text }, {}, profiles));

  it("choose services, as the specification's own example has it", () => {
    expect(names()).toEqual(["foo"]);
    expect(names("test")).toEqual(["foo", "bar", "baz"]);
    expect(names("debug", "test")).toEqual(["foo", "bar", "baz", "zot"]);
    expect(names("*")).toHaveLength(4);
    const [problem] = problemsOf(() => names("debug"));
    expect(problem).toMatchObject({ code: "unknown-service", fix: "add --profile test" });
  });
});

describe("anchors, aliases and merges", () => {
  it("are followed, and the first of several merges wins", () => {
    const { a } = servicesOf({
      "compose.yaml": `
x-one: &one { image: "one:1", user: "1:1" }
x-two: &two { image: "two:2", working_dir: /x, mem_limit: 1g }
services:
  a: { <<: [*one, *two], user: "3:3" }
`,
    });
    expect(a).toMatchObject({ image: { value: "one:1" }, user: { value: "3:3" }, memory: { value: 1024 } });
  });

  it("that multiply are refused before they do", () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `x-${level}: &l${level} [${level === 0 ? "a, a" : `*l${level - 1}, *l${level - 1}`}]`,
    );
    const [problem] = problemsOf(() =>
      servicesOf({ "compose.yaml": `${levels.join("\n")}\nservices: {}\n` }),
    );
    expect(problem?.code).toBe("compose-too-large");
  });

  it.each([
    ["x-a: &a [*a]\nservices: {}\n", "compose-cycle", "compose.yaml:1"],
    ["services: { a: *no }\n", "yaml-alias", "compose.yaml:1"],
    ["services:\n  a: { <<: [1] }\n", "yaml-merge", "compose.yaml:2"],
    ["services:\n  a: { image: x }\n  a: { image: y }\n", "duplicate-key", "compose.yaml:3"],
    ["services:\n  a: !new { image: x }\n", "yaml-tag", "compose.yaml:2"],
    ["services:\n  a: {\n", "yaml-syntax", "compose.yaml:3"],
    ["services:\n  a:\n    imgae: x\n", "unknown-key", "compose.yaml:3"],
    ["services:\n  a:\n    ports: 80\n", "wrong-type", "compose.yaml:3"],
    ["services:\n  a:\n    healthcheck: { test: {} }\n", "wrong-type", "compose.yaml:3"],
    ["services:\n  a:\n    image: ${TAG:?say which}\n", "compose-variable", "compose.yaml:3"],
    ["services:\n  a: { image: x, depends_on: [b] }\n", "unknown-service", "compose.yaml:2"],
    [
      "services:\n  a: { image: x, depends_on: [b] }\n  b: { image: x, links: [a] }\n",
      "compose-cycle",
      "compose.yaml:2",
    ],
    ["- a\n", "wrong-type", "compose.yaml:1"],
    ["", "wrong-type", "compose.yaml:1"],
    [`${"[".repeat(80)}${"]".repeat(80)}`, "yaml-too-deep", "compose.yaml:1"],
  ])("%j is refused with its line", (text, code, line) => {
    const [problem] = problemsOf(() => importTexts({ "compose.yaml": text }));
    expect(problem?.code).toBe(code);
    if (problem === undefined) return;
    expect(lineOf(problem)).toBe(line);
    expect(problem.fix.length).toBeGreaterThan(5);
  });

  it("asks what was meant by an unknown key", () => {
    const [problem] = problemsOf(() => importTexts({ "compose.yaml": "services:\n  a:\n    imag: x\n" }));
    expect(problem).toMatchObject({ found: "imag", fix: "did you mean image?" });
  });
});
