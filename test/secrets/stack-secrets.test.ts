import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { hideFromNowOn, withoutSecrets } from "../../cli/engine/hidden";
import { keepSecrets, knownSecrets, stackSecrets } from "../../cli/engine/stack-secrets";
import { checkStack } from "../../cli/pipeline";
import { isSecretName } from "../../cli/redact";
import { Fleet } from "../../components/fleet";
import { secretsOf } from "../../components/secrets";
import { secretFiles } from "../../fleet/render/secret-files";
import { secretsMissing, secretsNeeded, secretsNotGiven } from "../../fleet/secrets/needed";
import type { NeededSecret } from "../../fleet/secrets/types";
import { ROOT } from "../support/project";
import { Recorder } from "../support/recorder";

const { plan } = checkStack(ROOT, "dev");
const needed = secretsNeeded(plan);
const made = Object.fromEntries(
  needed.filter(({ kind }) => kind !== "given").map(({ name }) => [name, `${name}-planted-1`]),
);
const names = Object.keys(made);

describe("what a plan needs", () => {
  it("is listed by name, once, with who needs it", () => {
    expect(needed.map(({ name }) => name)).toEqual([...new Set(needed.map(({ name }) => name))].sort());
    expect(needed).toContainEqual({
      name: "brokerAgentPassword",
      kind: "password",
      for: "RabbitMQ's user agent",
    });
  });

  it("is known as a secret by its name alone", () => {
    expect(needed.filter(({ name }) => !isSecretName(name))).toEqual([]);
  });

  it("knows what people may still give", () => {
    const given = ["alertPageWebhook", "alertTicketWebhook", "alertWatchdogWebhook"];
    expect(secretsNotGiven(plan, made).map(({ name }) => name)).toEqual(given);
    expect(secretsNotGiven(plan, { ...made, alertPageWebhook: "x" }).map(({ name }) => name)).toEqual(
      given.slice(1),
    );
    expect(secretsMissing(plan, made)).toEqual([]);
  });

  it("is nothing for a stack without the services that need it", () => {
    expect(secretsNeeded({ ...plan, services: [] })).toEqual([]);
  });

  it("makes the same files of the same secrets, and without them shows none", () => {
    const files = secretFiles(plan, made);
    expect(secretFiles(plan, made)).toEqual(files);
    const open = secretFiles(plan, null);
    expect(Object.keys(open)).toEqual(Object.keys(files));
    expect(names.filter((name) => JSON.stringify(open).includes(made[name] ?? ""))).toEqual([]);
  });
});

describe("the secrets that are kept beside the state", () => {
  const folder = mkdtempSync(join(tmpdir(), "fleet-secrets-"));
  const kept = join(folder, "secrets");
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  it("are no option to a program that is given them", () => {
    const many = Array.from({ length: 500 }, (_, index): NeededSecret => {
      return { name: `password${index}`, kind: "password", for: "a program" };
    });
    const passwords = Object.values(stackSecrets(folder, "many", many));
    expect(passwords).toHaveLength(500);
    for (const password of passwords) expect(password).toMatch(/^[A-Za-z0-9_][\w-]{42}$/);
  });

  const some: readonly NeededSecret[] = [
    { name: "onePassword", kind: "password", for: "one" },
    { name: "aToken", kind: "uuid", for: "another" },
    { name: "anAddress", kind: "given", for: "people" },
  ];

  it("are made once, differ, and are for one user of the machine alone", () => {
    const first = stackSecrets(folder, "sutazai-dev", some);
    expect(stackSecrets(folder, "sutazai-dev", some)).toEqual(first);
    const values = [...Object.values(first), ...Object.values(stackSecrets(folder, "sutazai-prod", some))];
    expect(new Set(values).size).toBe(4);
    expect(first["onePassword"]).toMatch(/^[\w-]{43}$/);
    expect(first["aToken"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(statSync(join(kept, "sutazai-dev.json")).mode & 0o777).toBe(0o600);
    expect(statSync(kept).mode & 0o777).toBe(0o700);
  });

  it("stay when more are needed, and when fewer are", () => {
    const first = stackSecrets(folder, "sutazai-more", some.slice(0, 1));
    const more = stackSecrets(folder, "sutazai-more", some);
    expect(more).toMatchObject(first);
    expect(Object.keys(more)).toEqual(["onePassword", "aToken"]);
    expect(stackSecrets(folder, "sutazai-more", [])).toEqual(knownSecrets(folder, "sutazai-more"));
    expect(knownSecrets(folder, "sutazai-more")).toEqual(more);
    expect(readdirSync(kept).filter((file) => file.endsWith(".next"))).toEqual([]);
  });

  it("are those that a version before kept for the broker alone", () => {
    mkdirSync(kept, { recursive: true });
    const old = { agent: "a", client: "b", operator: "c" };
    writeFileSync(join(kept, "sutazai-old.broker.json"), JSON.stringify(old));
    expect(knownSecrets(folder, "sutazai-old")["brokerOperatorPassword"]).toBe("c");
    const now = stackSecrets(folder, "sutazai-old", needed);
    expect(now).toMatchObject({ brokerAgentPassword: "a", brokerClientPassword: "b" });
    expect(secretsMissing(plan, now)).toEqual([]);
    // Once they are set anew, the old ones count no more.
    keepSecrets(folder, "sutazai-old", { ...now, brokerAgentPassword: "d" });
    expect(knownSecrets(folder, "sutazai-old")["brokerAgentPassword"]).toBe("d");
  });

  it.each(["{ cut", "[]", "null", '{ "onePassword": 1 }'])(
    "are never guessed when the file is %s",
    (text) => {
      writeFileSync(join(kept, "sutazai-cut.json"), text);
      expect(() => stackSecrets(folder, "sutazai-cut", some)).toThrow(
        /can't be read: found .*sutazai-cut\.json/,
      );
      expect(readFileSync(join(kept, "sutazai-cut.json"), "utf8")).toBe(text);
    },
  );
});

test("a process that knows a secret shows it nowhere, whoever says it", () => {
  const before = "the broker said: 'kX3-planted' is wrong for kX3-planted-and-longer";
  expect(withoutSecrets(before)).toBe(before);
  hideFromNowOn(["kX3-planted", "kX3-planted-and-longer", "ab"]);
  expect(withoutSecrets(before)).toBe("the broker said: '[redacted]' is wrong for [redacted]");
  expect(withoutSecrets("about")).toBe("about");
});

describe("a program", () => {
  const load = async (config: Readonly<Record<string, string>>, dryRun: boolean, deploys = false) => {
    const recorder = await Recorder.start("sutazai-fleet", plan.stack, dryRun);
    const keys = Object.entries(config).map(([name, value]) => [`sutazai-fleet:${name}`, value] as const);
    pulumi.runtime.setAllConfig(
      Object.fromEntries(keys),
      keys.map(([key]) => key),
    );
    const warned: string[] = [];
    const warn = jest.spyOn(pulumi.log, "warn").mockImplementation((text) => {
      warned.push(text);
      return Promise.resolve();
    });
    try {
      await recorder.run(() => {
        const secrets = secretsOf(new pulumi.Config("sutazai-fleet"), plan);
        if (deploys) new Fleet(plan.fleet, { plan, secrets });
      });
    } finally {
      warn.mockRestore();
    }
    return { recorder, warned };
  };
  /** A secret as the engine is sent it: an object with this key and the value beside it. */
  const SIGNATURE = "4dabf18193072939515e22adb298388d";

  it("hands every secret to the engine as one, and warns of nothing", async () => {
    const { recorder, warned } = await load(made, false, true);
    expect(warned).toEqual([]);
    const open = JSON.stringify(recorder.resources.map(({ inputs }) => withoutSecretParts(inputs)));
    expect(names.filter((name) => open.includes(made[name] ?? ""))).toEqual([]);
    expect(JSON.stringify(recorder.resources)).toContain(SIGNATURE);
  });

  it("previews without them and says what is missing", async () => {
    const { warned } = await load({}, true);
    expect(warned).toHaveLength(1);
    for (const name of names) expect(warned[0]).toContain(`sutazai-fleet:${name}`);
    expect(warned[0]).toContain("pulumi config set --secret sutazai-fleet:");
  });

  it("does not update while one is missing", async () => {
    const [gone = ""] = names;
    const rest = Object.fromEntries(Object.entries(made).filter(([name]) => name !== gone));
    await expect(load(rest, false)).rejects.toThrow(`sutazai-fleet:${gone}`);
  });

  /** What is left of inputs once all that is marked as a secret is taken away. */
  function withoutSecretParts(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutSecretParts);
    if (typeof value !== "object" || value === null) return value;
    if (SIGNATURE in value) return null;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutSecretParts(entry)]));
  }
});
