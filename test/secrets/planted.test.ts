import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import pico from "picocolors";
import { check } from "../../cli/commands/check";
import { diff } from "../../cli/commands/diff";
import { report } from "../../cli/commands/report";
import { readerOf } from "../../cli/output";
import { CHECK_FORMATS, DIFF_FORMATS } from "../../cli/reporters/formats";
import { jsonProblems, textProblems } from "../../cli/reporters/problems";
import { InputError } from "../../fleet/problem";
import { fleetWith } from "../support/fleet";
import { Repository } from "../workflows/support/repository";

// Other programs are started: on a busy machine that takes its time.
jest.setTimeout(120_000);

/**
 * A secret with a mark is put where one can stand; then everything that is said and written is searched for it. The
 * text that marks it is none that gives a secret away by itself: what counts is where it stands.
 */
const SECRET = "FLEETSECRET-x7";
const SERVICES = "catalog/services.yaml";
const AGENTS = "catalog/agents.yaml";

let project: Repository;
beforeEach(() => {
  project = new Repository();
});
afterEach(() => project.remove());

interface Said {
  readonly code: number;
  readonly text: string;
}

/** Runs a command in this process, and says its problems in both ways. */
function saidBy(command: () => number): Said {
  let text = "";
  const write = jest.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    return { code: command(), text };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { problems, omitted } = error;
    const read = readerOf(project.root);
    const shown = textProblems(problems, read, pico.createColors(false), omitted);
    return { code: 2, text: shown + jsonProblems(problems, omitted, read) };
  } finally {
    write.mockRestore();
  }
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every command that says something of a catalog, by name; and what `report` wrote. */
function everything(): Readonly<Record<string, Said>> {
  const common = { root: project.root, stack: "dev" };
  const rest = { failOn: "mandatory", reportUrl: null, timings: false } as const;
  const filter = { agent: null, pool: null, rule: null };
  const said: Record<string, Said> = {};
  for (const format of CHECK_FORMATS)
    said[`check ${format}`] = saidBy(() => check({ ...common, ...rest, filter, format }));
  for (const format of DIFF_FORMATS)
    said[`diff ${format}`] = saidBy(() => diff({ ...common, base: "HEAD", format, reportUrl: null }));
  said["report"] = saidBy(() => report({ ...common, summary: true }));
  for (const file of filesOf(join(project.root, "out")))
    said[file.slice(project.root.length)] = { code: 0, text: readFileSync(file, "utf8") };
  return said;
}

/** Plants in a repository whose base has none, and searches. */
function plant(change: () => void): Readonly<Record<string, Said>> {
  // So that there is something to write into, whatever is planted.
  saidBy(() => report({ root: project.root, stack: "dev", summary: false }));
  change();
  const said = everything();
  const leaks = Object.entries(said).filter(([, { text }]) => text.includes(SECRET));
  expect(leaks.map(([name, { text }]) => `${name}: ${lineOf(text)}`)).toEqual([]);
  expect(Object.keys(said).length).toBeGreaterThan(12);
  return said;
}

function lineOf(text: string): string {
  return text.split("\n").find((line) => line.includes(SECRET)) ?? "";
}

/** Puts lines into the entry of the service. */
function inService(...lines: string[]): void {
  const purpose = "    purpose: registry of agents\n";
  project.edit(SERVICES, purpose, purpose + lines.map((line) => `    ${line}\n`).join(""));
}

describe("a secret in the environment of a service", () => {
  it.each([
    ["under a name that says so", `environment: { API_TOKEN: ${SECRET} }`],
    ["in a URL", `environment: { STORE: "postgres://app:${SECRET}@db/app" }`],
    ["in a connection", `environment: { STORE: "host=db;password=${SECRET};ssl=on" }`],
    ["as an authorization", `environment: { HEADER: "Bearer ${SECRET}" }`],
  ])("%s is blocked, and shown nowhere", (_, line) => {
    const said = plant(() => inService(line));
    expect(said["check text"]?.code).toBe(1);
    expect(said["check text"]?.text).toContain("[container-no-secrets-in-environment]");
    expect(said["/out/dev/plan.json"]?.text).toContain("[redacted]");
    expect(said["diff text"]?.text).toContain("[redacted]");
  });

  it("that is changed for another is a change, and neither of them is shown", () => {
    inService(`environment: { API_TOKEN: ${SECRET}-old }`);
    project.commit("The old one");
    const said = plant(() => project.edit(SERVICES, `${SECRET}-old`, `${SECRET}-new`));
    expect(said["diff text"]?.text).toContain("environment.API_TOKEN [redacted] -> [redacted]");
  });
});

describe("a secret elsewhere in the catalog is shown nowhere", () => {
  it("in what a service provides to agents, which is blocked", () => {
    const provides = 'provides: { CONSUL_URL: "http://consul:8500"';
    const said = plant(() => project.edit(SERVICES, provides, `${provides}, CONSUL_TOKEN: ${SECRET}`));
    expect(said["check text"]?.code).toBe(1);
  });

  it.each([
    ["joined", `"--token=${SECRET}"`],
    ["apart", `--token, ${SECRET}`],
    ["as a login", `"http://app:${SECRET}@consul:8500"`],
  ])("in a command, %s", (_, argument) => {
    plant(() =>
      project.edit(SERVICES, "command: [agent, -server,", `command: [agent, ${argument}, -server,`),
    );
  });

  it.each([
    ["of a service", SERVICES, "image: hashicorp/consul:1.21.0"],
    ["of the agents", AGENTS, "reference: example/agent:1.0.0"],
  ])("in the reference of an image %s, which is no valid one", (_, file, text) => {
    const [key = "", ...reference] = text.split(": ");
    const login = `${key}: app:${SECRET}@registry.example/${reference.join(": ")}`;
    const said = plant(() => project.edit(file, text, login));
    expect(said["check text"]?.code).toBe(2);
    expect(said["check text"]?.text).toContain("wrong-value");
  });
});

describe("an error that shows the lines around it hides the secret in them", () => {
  it.each([
    ["as the value of a key that nobody knows", [`password: ${SECRET}`]],
    ["in a comment beside it", [`# the old password was ${SECRET}`, "unknown: 1"]],
    ["in a comment behind it", [`unknown: 1 # token ${SECRET}`]],
    ["in the line above", [`environment: { API_TOKEN: ${SECRET} }`, "unknown: 1"]],
    ["in a block of text above", ["api_token: |", `  ${SECRET}`]],
    ["in quotes", [`"db_password": "${SECRET}"`]],
    ["as the wrong kind of value", [`environment: { API_TOKEN: [${SECRET}] }`]],
    ["in a file that is no YAML", [`api_key: ${SECRET}: ${SECRET}`]],
  ])("%s", (_, lines) => {
    const said = plant(() => inService(...lines));
    expect(said["check text"]?.code).toBe(2);
    expect(said["check text"]?.text).toMatch(/^>\s+\d+ \| /m);
  });

  it("in the configuration of the stack", () => {
    const tier = "sutazai-fleet:tier";
    const secret = `  sutazai-fleet:consul-token: ${SECRET}\n`;
    plant(() => project.edit("stacks/Pulumi.dev.yaml", `  ${tier}: dev\n`, `${secret}  ${tier}: dev\n`));
    project.write("stacks/Pulumi.dev.yaml", `config:\n  ${tier}: no\n  aws:secretKey: ${SECRET}\n`);
    const { "check text": said } = everything();
    expect(said?.code).toBe(2);
    expect(said?.text).not.toContain(SECRET);
  });
});

it.each([
  ["DOCKER_HOST", `tcp://app:${SECRET}@127.0.0.1:1`],
  ["CONSUL_HTTP_ADDR", `http://app:${SECRET}@127.0.0.1:1`],
])("a login in %s is not shown when nobody answers there", (name, address) => {
  const state = { XDG_STATE_HOME: join(project.root, "state") };
  const env = { DOCKER_HOST: "tcp://127.0.0.1:1", ...state, [name]: address };
  const run = fleetWith(env, "preview", "--stack", "dev", "--format", "json", "--dir", project.root);
  expect(run.code).toBe(2);
  expect(run.out).toContain("-unreachable");
  expect(run.out + run.err).not.toContain(SECRET);
});

it("a secret in .env, in the environment of the command or as a passphrase is not read", () => {
  project.write(".env", `CONSUL_HTTP_TOKEN=${SECRET}\n`);
  const names = ["CONSUL_HTTP_TOKEN", "PULUMI_CONFIG_PASSPHRASE", "PULUMI_ACCESS_TOKEN", "GITHUB_TOKEN"];
  const env = Object.fromEntries(names.map((name) => [name, SECRET]));
  // The command line as it is shipped.
  const run = (...args: string[]) => fleetWith(env, ...args, "--stack", "dev", "--dir", project.root);
  for (const args of [["check"], ["check", "--format", "json"], ["report", "--summary"]]) {
    const { code, out, err } = run(...args);
    expect(code).toBe(0);
    expect(out + err).not.toContain(SECRET);
  }
  const written = filesOf(join(project.root, "out"));
  expect(written.length).toBeGreaterThan(3);
  for (const file of written) expect(file + readFileSync(file, "utf8")).not.toContain(SECRET);
});
