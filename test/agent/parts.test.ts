import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Intake, Shed } from "../../agent/intake";
import { cpuLimit, memoryLimit } from "../../agent/limits";
import { Metrics } from "../../agent/metrics";
import { readiness } from "../../agent/readiness";
import type { Condition } from "../../agent/readiness";
import { SettingsError, readSettings } from "../../agent/settings";
import { InvalidTask, parseTask } from "../../agent/task";

describe("the intake", () => {
  const later = () => {
    let done: () => void = () => undefined;
    const promise = new Promise<void>((resolve) => (done = resolve));
    return { promise, done };
  };

  test("works on some, lets some wait, and sheds the rest until there is room again", async () => {
    const intake = new Intake(2, 1);
    const tasks = [later(), later(), later()];
    const running = tasks.map(({ promise }) => intake.accept(() => promise));
    expect([intake.inFlight, intake.waiting, intake.shedding]).toEqual([2, 1, true]);
    await expect(intake.accept(() => Promise.resolve())).rejects.toThrow(Shed);
    tasks[0]?.done();
    await running[0];
    expect(intake.shedding).toBe(false);
    for (const { done } of tasks) done();
    await Promise.all(running);
    expect([intake.inFlight, intake.waiting]).toEqual([0, 0]);
  });

  test("counts what is bounded elsewhere, and never refuses it", async () => {
    const intake = new Intake(1, 0);
    const [full, other] = [later(), later()];
    const running = [intake.accept(() => full.promise), intake.count(() => other.promise)];
    expect([intake.inFlight, intake.shedding]).toEqual([2, true]);
    full.done();
    other.done();
    await Promise.all(running);
    expect(intake.inFlight).toBe(0);
  });

  test("passes on what the work fails of", async () => {
    const intake = new Intake(1, 0);
    await expect(intake.accept(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(intake.inFlight).toBe(0);
  });
});

describe("readiness", () => {
  const good: Condition = {
    ...{ draining: false, shedding: false, started: true, brokerAwaySince: null },
    patience: 10_000,
  };
  test.each<[string, Partial<Condition>, number]>([
    ["nothing is wrong", {}, 200],
    ["it sheds load", { shedding: true }, 429],
    ["it is stopping", { draining: true }, 503],
    ["the broker was never there", { started: false, brokerAwaySince: 0 }, 503],
    ["the broker has just gone", { brokerAwaySince: 95_000 }, 200],
    ["the broker is away for long", { brokerAwaySince: 80_000 }, 503],
    ["it is stopping and sheds load", { draining: true, shedding: true }, 503],
  ])("when %s", (_, change, status) => {
    expect(readiness({ ...good, ...change }, 100_000).status).toBe(status);
  });
});

describe("settings", () => {
  test("work without any", () => {
    expect(readSettings({})).toMatchObject({ port: 8080, model: null, broker: null, healthPath: "/healthz" });
  });

  test("are read in seconds, and empty ones count as none", () => {
    const { model, broker, grace } = readSettings({
      ...{ OLLAMA_BASE_URL: "http://gateway:11434", FLEET_MODEL_DEADLINE_SECONDS: "2.5", FLEET_MODEL: "" },
      ...{ RABBITMQ_HOST: "broker", RABBITMQ_PASSWORD: "secret", FLEET_GRACE_SECONDS: "3" },
    });
    expect(model).toMatchObject({ deadline: 2500, name: "tinyllama" });
    expect(broker).toMatchObject({ hostname: "broker", username: "agent", password: "secret" });
    expect(grace).toBe(3000);
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["FLEET_CONCURRENCY", "0"],
    ["FLEET_WAITING", "-1"],
    ["FLEET_GRACE_SECONDS", "10s"],
    ["FLEET_LINGER_SECONDS", "1e9"],
    ["OLLAMA_BASE_URL", "gateway:11434"],
  ])("that can't be used name themselves: %s=%s", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(`${name}: found "${value}"`);
  });

  test("a password file that is not there is named, without a password", () => {
    const env = { RABBITMQ_HOST: "broker", RABBITMQ_PASSWORD_FILE: "/nowhere/password" };
    expect(() => readSettings(env)).toThrow('RABBITMQ_PASSWORD_FILE: found "/nowhere/password"');
  });
});

describe("a task", () => {
  test("has a prompt and at most so many tokens", () => {
    expect(parseTask(Buffer.from('{"prompt":"x"}'))).toEqual({ prompt: "x", maxTokens: 64 });
    expect(parseTask(Buffer.from('{"prompt":"x","maxTokens":8}')).maxTokens).toBe(8);
  });
  test.each(["", "null", "[]", "{", '{"prompt":1}', '{"prompt":""}', '{"prompt":"x","maxTokens":0}'])(
    "can't be %s",
    (text) => {
      expect(() => parseTask(Buffer.from(text))).toThrow(InvalidTask);
    },
  );
});

test("a breaker is in one state at a time, and every outcome starts at 0", async () => {
  const metrics = new Metrics({ inFlight: () => 3, waiting: () => 2, breaker: () => "half_open" });
  const { body } = await metrics.text();
  for (const line of [
    'fleet_agent_requests_total{outcome="ok"} 0',
    'fleet_agent_requests_total{outcome="error"} 0',
    'fleet_agent_requests_total{outcome="shed"} 0',
    "fleet_agent_in_flight 3",
    "fleet_agent_queue_length 2",
    'fleet_agent_breaker_state{state="closed"} 0',
    'fleet_agent_breaker_state{state="half_open"} 1',
  ])
    expect(body).toContain(`${line}\n`);
});

describe("what its container may use", () => {
  const withGroup = (files: Readonly<Record<string, string>>, use: (folder: string) => void): void => {
    const folder = mkdtempSync(join(tmpdir(), "fleet-cgroup-"));
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), `${text}\n`);
      }
      use(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const MEMORY = "memory/memory.limit_in_bytes";
  const QUOTA = "cpu/cpu.cfs_quota_us";
  const PERIOD = "cpu/cpu.cfs_period_us";

  test.each([
    ["version 2", { "memory.max": "134217728", "cpu.max": "150000 100000" }, 134217728, 1.5],
    ["version 2 without limits", { "memory.max": "max", "cpu.max": "max 100000" }, 0, 0],
    ["version 1", { [MEMORY]: "134217728", [QUOTA]: "50000", [PERIOD]: "100000" }, 134217728, 0.5],
    [
      "version 1 without limits",
      { [MEMORY]: "9223372036854771712", [QUOTA]: "-1", [PERIOD]: "100000" },
      0,
      0,
    ],
    ["nobody who says", {}, 0, 0],
  ])("%s", (_, files, memory, cpu) => {
    withGroup(files, (folder) => {
      expect([memoryLimit(folder), cpuLimit(folder)]).toEqual([memory, cpu]);
    });
  });
});
