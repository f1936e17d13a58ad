import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { connect } from "amqplib";
import { checkStack } from "../../cli/pipeline";
import { EXCHANGE, TASK_KEY } from "../../fleet/queue/topology";
import { BROKER_USERS } from "../../fleet/queue/users";
import { BROKER_PASSWORD } from "../../fleet/secrets/broker";
import type { Secrets } from "../../fleet/secrets/types";
import { publishConfirmed } from "../../fleet/queue/confirm";
import { Deployment } from "../support/deployment";
import type { Ran } from "../support/deployment";
import { ensureConsulImage, ensureRabbitmqImage } from "../support/service-images";
import { until } from "../support/until";

/** A real RabbitMQ as the container that the catalog declares: its files, its secrets, and what a change does to it. */

const BROKER = "sutazai-local-rabbitmq";
let deployment: Deployment;
let secrets: Secrets;
const passwordOf = (user: keyof typeof BROKER_PASSWORD) => secrets[BROKER_PASSWORD[user]] ?? "none was made";
const said: Ran[] = [];

async function run(...args: readonly string[]): Promise<Ran> {
  const ran = await deployment.run(...args);
  said.push(ran);
  return ran;
}

/** Runs a program in the broker's container. */
async function inside(user: string, ...command: readonly string[]): Promise<{ code: number; out: string }> {
  const exec = await deployment.host.docker
    .getContainer(BROKER)
    .exec({ Cmd: [...command], User: user, AttachStdout: true, AttachStderr: true, Tty: true });
  const stream = await exec.start({ Tty: true });
  let out = "";
  stream.on("data", (chunk: Buffer) => (out += chunk.toString()));
  await new Promise((resolve) => stream.once("end", resolve));
  const { ExitCode } = await exec.inspect();
  return { code: ExitCode ?? -1, out };
}

async function brokerLog(): Promise<string> {
  const log = await deployment.host.docker
    .getContainer(BROKER)
    .logs({ stdout: true, stderr: true, tail: 40 });
  return log.toString("utf8");
}

async function brokerId(): Promise<string> {
  return (await deployment.host.docker.getContainer(BROKER).inspect()).Id;
}

async function withClient<T>(use: (address: string) => Promise<T>): Promise<T> {
  const { NetworkSettings } = await deployment.host.docker.getContainer(BROKER).inspect();
  const [network] = Object.values(NetworkSettings.Networks);
  return use(`amqp://client:${passwordOf("client")}@${network?.IPAddress ?? ""}:5672/sutazai`);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

beforeAll(async () => {
  deployment = await Deployment.open(3, ["consul", "rabbitmq"]);
  const { plan } = checkStack(deployment.project, "local");
  const imageOf = (name: string) => plan.services.find((service) => service.name === name)?.image.reference;
  await ensureConsulImage(deployment.host.docker, imageOf("consul") ?? "");
  await ensureRabbitmqImage(deployment.host.docker, imageOf("rabbitmq") ?? "");
});

afterAll(async () => {
  await deployment.close();
});

it("starts with the users of the definitions, on a root that nobody can write to", async () => {
  const ran = await run("up", "--yes");
  // What the broker said is the first thing to look at.
  expect(ran.code === 0 ? "" : `${ran.err}${await brokerLog()}`).toBe("");
  const file = join(deployment.home, "secrets", "sutazai-local.json");
  secrets = JSON.parse(readFileSync(file, "utf8")) as Secrets;
  for (const user of BROKER_USERS) {
    const right = await inside("100", "rabbitmqctl", "-q", "authenticate_user", user, passwordOf(user));
    expect([user, right.code]).toEqual([user, 0]);
    const wrong = await inside("100", "rabbitmqctl", "-q", "authenticate_user", user, "guest");
    expect(wrong.code).not.toBe(0);
  }
  // The password that agents read where it is mounted, as the user of their images.
  const read = await inside("10001", "cat", "/run/fleet/broker/password");
  expect(read.out.trim()).toBe(passwordOf("agent"));
});

it("is as declared to whoever looks at what runs", async () => {
  const { code, out } = await run("drift", "--live");
  expect(out).toContain("no drift");
  expect(code).toBe(0);
});

it("replaces the broker when what it reads has changed, and loses no message", async () => {
  await withClient(async (address) => {
    const connection = await connect(address);
    const channel = await connection.createConfirmChannel();
    const options = { persistent: true, priority: 1 };
    const answer = await publishConfirmed(channel, EXCHANGE.work, TASK_KEY, Buffer.from("{}"), options);
    expect(answer).toBe("taken");
    await channel.close();
    await connection.close();
  });
  const before = await brokerId();
  deployment.edit("catalog/profiles.yaml", /maxLength: \d+/, "maxLength: 77");
  const ran = await run("up", "--yes");
  expect([ran.code, ran.err.includes("error  ")]).toEqual([0, false]);
  expect(await brokerId()).not.toBe(before);
  const policies = await inside("100", "rabbitmqctl", "-q", "list_policies", "-p", "sutazai");
  expect(policies.out).toContain('"max-length":77');
  const messages = await until("the task in the new container", async () => {
    const { out } = await inside(
      "100",
      "rabbitmqctl",
      "-q",
      "list_queues",
      "-p",
      "sutazai",
      "name",
      "messages",
    );
    return /^tasks\s+(\d+)/m.exec(out)?.[1] ?? null;
  });
  expect(messages).toBe("1");
});

it("fleet queue finds the broker by itself", async () => {
  const { code, out } = await run("queue", "--format", "json");
  expect(code).toBe(0);
  const { queues } = JSON.parse(out) as { readonly queues: readonly { queue: string; ready: number }[] };
  expect(queues).toContainEqual(expect.objectContaining({ queue: "tasks", ready: 1 }));
});

it("shows no password in state, plan, report, history or anything it said", async () => {
  await run("preview", "--format", "json");
  await run("report");
  const kept = filesIn(deployment.home).filter((file) => !file.startsWith(join(deployment.home, "secrets")));
  const state = kept.filter((file) => file.endsWith(join("sutazai", "local.json")));
  expect(state.length).toBeGreaterThan(0);
  const files = [...kept, ...filesIn(join(deployment.project, "out"))];
  const texts = [
    ...files.map((file) => [file, readFileSync(file, "utf8")]),
    ...said.map(({ out, err }, index) => [`what command ${index} said`, out + err]),
  ];
  const found = texts.flatMap(([place = "", text = ""]) =>
    Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [`${name}: ${place}`] : [])),
  );
  expect(found).toEqual([]);
  // They are there, for the engine alone.
  expect(state.some((file) => readFileSync(file, "utf8").includes('"ciphertext"'))).toBe(true);
});
