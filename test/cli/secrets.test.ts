import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FLEET, fleetWith } from "../support/fleet";
import type { Run } from "../support/fleet";
import { ROOT } from "../support/project";

const folder = mkdtempSync(join(tmpdir(), "fleet-secrets-"));
const home = join(folder, "sutazai-fleet");
const file = join(home, "secrets", "sutazai-local.json");
const env = { XDG_STATE_HOME: folder };
beforeAll(() => {
  mkdirSync(join(home, "secrets"), { recursive: true });
  writeFileSync(file, JSON.stringify({ grafanaAdminPassword: "of-grafana" }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secrets = (...args: string[]): Run => fleetWith(env, "secrets", ...args, "--stack", "local");

function set(
  name: string,
  input: string,
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const args = [FLEET, "secrets", "set", name, "--stack", "local"];
  const ran = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    input,
    encoding: "utf8",
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

it("lists what a stack needs and whether it is here, and shows no value", () => {
  const { code, out } = secrets();
  expect(code).toBe(0);
  expect(out).toMatch(/^grafanaAdminPassword +kept here +the administrator of Grafana$/m);
  expect(out).toMatch(/^prometheusPassword +not made +whoever asks Prometheus$/m);
  expect(out).not.toContain("of-grafana");
  const document = JSON.parse(secrets("--format", "json").out) as { readonly secrets: readonly object[] };
  expect(document.secrets).toContainEqual({
    ...{ name: "grafanaAdminPassword", kind: "password", kept: true },
    for: "the administrator of Grafana",
  });
});

it("shows the one that is asked for, alone", () => {
  expect(secrets("show", "grafanaAdminPassword")).toMatchObject({ code: 0, out: "of-grafana\n" });
});

it.each([
  ["grafanaAdminPasword", "did you mean grafanaAdminPassword?"],
  ["prometheusPassword", "run fleet up on this machine first"],
])("says why %s can't be shown", (name, fix) => {
  const { code, out, err } = secrets("show", name);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("[unknown-secret]");
  expect(err).toContain(fix);
});

it("keeps what stdin says, for this user alone", () => {
  const kept = set("prometheusPassword", "from a pipe\n");
  expect([kept.code, kept.out]).toEqual([0, ""]);
  expect(kept.err).not.toContain("from a pipe");
  expect(secrets("show", "prometheusPassword").out).toBe("from a pipe\n");
  expect(secrets("show", "grafanaAdminPassword").out).toBe("of-grafana\n");
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it.each([
  ["prometheusPassword", "", "found   nothing"],
  ["prometheusPassword", "one\ntwo\n", "found   several lines"],
  ["nothing", "value\n", "[unknown-secret]"],
])("refuses to keep %s of %j", (name, input, said) => {
  const { code, err } = set(name, input);
  expect(code).toBe(2);
  expect(err).toContain(said);
});

it("says that what is kept is damaged, and shows nothing of it", () => {
  const before = secrets("show", "grafanaAdminPassword").out;
  writeFileSync(file, "{ of-grafana");
  const { code, out, err } = secrets("show", "grafanaAdminPassword");
  expect([code, out, before]).toEqual([2, "", "of-grafana\n"]);
  expect(err).toContain("[secrets-damaged]");
  expect(err).not.toContain("of-grafana");
});
