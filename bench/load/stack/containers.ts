import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type Docker from "dockerode";
import { parseDocument } from "yaml";
import { knownSecrets } from "../../../cli/engine/stack-secrets";
import { checkStack } from "../../../cli/pipeline";
import { coresText } from "../../../fleet/units/cpu";
import type { FleetPlan } from "../../../fleet/plan/types";
import type { BrokerUser } from "../../../fleet/queue/users";
import { LOGIN_USER } from "../../../fleet/render/logins/kinds";
import { BROKER_PASSWORD } from "../../../fleet/secrets/broker";
import { receiverSecrets } from "../../../fleet/secrets/receivers";
import type { Secrets } from "../../../fleet/secrets/types";
import { Deployment } from "../../../test/support/deployment";
import { ROOT } from "../../../test/support/project";
import { until } from "../../../test/support/until";
import type { PrometheusApi } from "../observe/dashboards";
import { engineCpu } from "./engine-cpu";
import { provideImages } from "./images";
import { bringModels } from "./bring-models";
import { Receiver } from "./receiver";
import type { Notification } from "./receiver";
import type { Address, PartUsage, Stack } from "./stack";
import { urlOf } from "./stack";
import { usageOf } from "./usage";

const STACK = "local";
/** Everything that a request goes through, and what watches. */
const SERVICES = ["consul", "rabbitmq", "ollama", "model-gateway", "router", "prometheus", "alertmanager"];
/** An agent starts in three seconds; many at once on a busy machine take their time. */
const WAKE_WITHIN = 240_000;
const WAKE_AT_ONCE = 6;
/** Milliseconds. */
const LISTED_FOR = 200;
/** Every wave waits for the first look at health of the one before. In a small fleet that would be most of the time. */
const FIRST_LOOK = /(?<before>docker: \{ startPeriod: \w+, interval: )\w+/;
const SOONER = "5s";

/** `fleet up` of stack `local` with the reference agent and every service on the way of a request. */
export class ContainerStack implements Stack {
  readonly kind = "containers";
  private listed: { at: number; addresses: Promise<ReadonlyMap<string, string>> } = {
    at: -Infinity,
    addresses: Promise.resolve(new Map<string, string>()),
  };

  private constructor(
    private readonly deployment: Deployment,
    readonly plan: FleetPlan,
    private readonly secrets: Secrets,
    private readonly receiver: Receiver,
    readonly told: readonly string[],
  ) {}

  /**
   * @param agents how many; null: all of the catalog
   * @param say told what it does
   */
  static async open(agents: number | null, say: (line: string) => void): Promise<ContainerStack> {
    const all = checkStack(ROOT, STACK).plan.agents.length;
    const deployment = await Deployment.open(agents ?? all, SERVICES);
    let receiver: Receiver | null = null;
    try {
      const { project } = deployment;
      const real = (file: string) => {
        cpSync(join(ROOT, "catalog", file), join(project, "catalog", file));
      };
      // The real numbers: the deployment of suites is quicker to look at health.
      real("profiles.yaml");
      if (agents === null) real("agents.yaml");
      else deployment.edit("catalog/profiles.yaml", FIRST_LOOK, `$<before>${SOONER}`);
      useReferenceAgent(join(project, "stacks", "tiers.yaml"));
      const capped = capCores(project, cpus().length);
      const { plan } = checkStack(project, STACK);
      const { docker } = deployment.host;
      const images = await provideImages(docker, plan, say);
      receiver = await Receiver.open(docker);
      for (const { name } of receiverSecrets(plan)) deployment.giveSecret(name, receiver.url);
      say(`fleet up: ${plan.agents.length} agents and ${plan.services.length} services`);
      const began = performance.now();
      // No registry has the models here: they are brought while `up` waits for them.
      const bringing = bringModels(deployment.host.docker, plan, say);
      const ran = await deployment.run("up", "--yes").finally(() => {
        bringing.stop();
      });
      await bringing.done;
      if (ran.code !== 0)
        throw new Error(`fleet up ended with ${ran.code}:\n${ran.out.slice(-2000)}${ran.err.slice(-4000)}`);
      const seconds = Math.round((performance.now() - began) / 1000);
      say(`fleet up took ${seconds} s`);
      const secrets = knownSecrets(deployment.home, plan.naming.scope);
      const { Version } = await docker.version();
      return new ContainerStack(deployment, plan, secrets, receiver, [
        `containers on Docker Engine ${Version}, brought up by fleet up --stack ${STACK} in ${seconds} s`,
        ...images,
        ...capped,
        ...(agents === null ? [] : [`health is looked at every ${SOONER}, so that the fleet is up sooner`]),
      ]);
    } catch (error) {
      await receiver?.close();
      await deployment.close();
      throw error;
    }
  }

  password(user: BrokerUser): string {
    return this.secrets[BROKER_PASSWORD[user]] ?? "";
  }

  get notifications(): readonly Notification[] {
    return this.receiver.notifications;
  }

  readonly prometheus: PrometheusApi = async <T>(
    path: string,
    query: Readonly<Record<string, string>> = {},
  ) => {
    const password = this.secrets["prometheusPassword"] ?? "";
    const authorization = `Basic ${Buffer.from(`${LOGIN_USER}:${password}`).toString("base64")}`;
    const url = `${urlOf(await this.service("prometheus", "http"))}/api/v1${path}`;
    const response = await fetch(`${url}?${new URLSearchParams(query).toString()}`, {
      headers: { authorization },
    });
    const answer = (await response.json()) as { status: string; data: T; error?: string };
    if (answer.status !== "success") throw new Error(`${path}: ${answer.error ?? response.status}`);
    return answer.data;
  };

  private get docker(): Docker {
    return this.deployment.host.docker;
  }

  async service(name: string, port: string): Promise<Address> {
    const service = this.plan.services.find((each) => each.name === name);
    const [container] = service?.containerNames ?? [];
    const number = service?.ports[port];
    if (container === undefined || number === undefined) throw new Error(`no port ${port} of ${name}`);
    const address = await this.addressOf(container, number);
    if (address === null) throw new Error(`${container} does not run`);
    return address;
  }

  async agent(name: string): Promise<Address | null> {
    const agent = this.plan.agents.find((each) => each.name === name);
    return agent === undefined ? null : this.addressOf(agent.containerName, agent.health.port);
  }

  async wakeAll(say: (line: string) => void): Promise<void> {
    const asleep = this.plan.agents.filter(({ running }) => !running);
    const began = performance.now();
    const queue = [...asleep];
    const worker = async () => {
      for (let agent = queue.shift(); agent !== undefined; agent = queue.shift()) {
        const { name, containerName } = agent;
        await this.docker.getContainer(containerName).start();
        await until(`${name} to be ready`, () => this.ready(name), WAKE_WITHIN);
      }
    };
    await Promise.all(Array.from({ length: WAKE_AT_ONCE }, worker));
    say(`woke ${asleep.length} agents in ${Math.round((performance.now() - began) / 1000)} s`);
  }

  private async ready(name: string): Promise<boolean> {
    const address = await this.agent(name);
    if (address === null) return false;
    return fetch(`${urlOf(address)}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  usage(): Promise<readonly PartUsage[]> {
    return usageOf(this.docker, this.plan);
  }

  overhead(): number | null {
    return this.deployment.host.own ? engineCpu(this.deployment.host.host) : null;
  }

  async crash(name: string): Promise<void> {
    const container = this.docker.getContainer(this.containerOf(name));
    const { State, Id } = await container.inspect();
    // Docker takes what it was told to kill for wanted, and leaves it. So the process itself is ended, where it is ours.
    if (ofContainer(State.Pid, Id)) process.kill(State.Pid, "SIGKILL");
    else await container.restart({ t: 0 });
  }

  async halt(name: string): Promise<void> {
    await this.docker.getContainer(this.containerOf(name)).kill({ signal: "SIGKILL" });
  }

  async start(name: string): Promise<void> {
    await this.docker.getContainer(this.containerOf(name)).start();
  }

  async close(): Promise<void> {
    await this.receiver.close();
    await this.deployment.close();
  }

  private containerOf(name: string): string {
    const agent = this.plan.agents.find((each) => each.name === name);
    const service = this.plan.services.find((each) => each.name === name);
    const container = agent?.containerName ?? service?.containerNames[0];
    if (container === undefined) throw new Error(`the fleet has no ${name}`);
    return container;
  }

  private async addressOf(container: string, port: number): Promise<Address | null> {
    const host = (await this.running()).get(container) ?? "";
    return host === "" ? null : { host, port };
  }

  /** The addresses of the containers that run, by name: asked for all at once, since everybody asks all the time. */
  private running(): Promise<ReadonlyMap<string, string>> {
    const now = performance.now();
    if (now - this.listed.at > LISTED_FOR) {
      const addresses = this.docker
        .listContainers()
        .then(
          (containers) =>
            new Map(
              containers.map(({ Names, NetworkSettings }) => [
                Names[0]?.slice(1) ?? "",
                NetworkSettings.Networks[this.plan.naming.network]?.IPAddress ?? "",
              ]),
            ),
        );
      this.listed = { at: now, addresses };
    }
    return this.listed.addresses;
  }
}

/** A tier may put another image in the place of every agent: here each runs its own. */
function useReferenceAgent(file: string): void {
  const document = parseDocument(readFileSync(file, "utf8"));
  document.deleteIn(["tiers", "local", "agentImage"]);
  writeFileSync(file, document.toString());
}

/**
 * Docker refuses a container that may use more cores than there are.
 *
 * @returns whom that held back, a sentence each
 */
function capCores(project: string, cores: number): readonly string[] {
  const file = join(project, "stacks", "tiers.yaml");
  const document = parseDocument(readFileSync(file, "utf8"));
  const larger = checkStack(project, STACK).plan.services.filter(({ cpu }) => cpu.value > cores * 1000);
  for (const { name } of larger) document.setIn(["tiers", "local", "limits", name, "cpu"], cores);
  writeFileSync(file, document.toString());
  return larger.map(({ name, cpu }) => `${name} may use ${cores} cores here, not ${coresText(cpu.value)}`);
}

/** True when the process is seen from here and belongs to the container: a Docker Engine may be elsewhere. */
function ofContainer(pid: number, id: string): boolean {
  try {
    return pid > 0 && readFileSync(`/proc/${pid}/cgroup`, "utf8").includes(id);
  } catch {
    return false;
  }
}
