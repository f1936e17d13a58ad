import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Metrics } from "../../agent/metrics";
import { agentContract } from "../../cli/doctor/agent-contract";
import { parseExposition } from "../../cli/doctor/exposition";
import { fleet } from "../support/fleet";

const GOOD = new Metrics({ inFlight: () => 0, waiting: () => 0, breaker: () => "closed" });
/** What alerts read of the agent itself where cAdvisor does not know its container: fleet/plan/alerts/usage.ts. */
const USAGE = [
  "process_resident_memory_bytes",
  "process_cpu_seconds_total",
  "process_start_time_seconds",
  "fleet_agent_memory_limit_bytes",
  "fleet_agent_cpu_limit_cores",
];
let server: Server;
/** What the agent answers, by path; anything else is 404. */
let answers: Record<string, readonly [status: number, body: string]>;

beforeEach(async () => {
  answers = { "/healthz": [200, ""], "/readyz": [200, ""], "/metrics": [200, (await GOOD.text()).body] };
  server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? ""] ?? answers["*"] ?? [404, ""];
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function broken(): Promise<string[]> {
  return (await agentContract(url(), 5_000)).filter(({ kept }) => !kept).map(({ id }) => id);
}

function metrics(edit: (text: string) => string): void {
  const text = answers["/metrics"]?.[1] ?? "";
  const edited = edit(text);
  expect(edited).not.toBe(text);
  answers["/metrics"] = [200, edited];
}

test("an agent that keeps the contract breaks nothing", async () => {
  expect(await broken()).toEqual([]);
});

test.each<[string, readonly string[], () => void]>([
  ["dies of a dependency", ["liveness"], () => (answers["/healthz"] = [503, ""])],
  ["serves readiness elsewhere", ["readiness"], () => delete answers["/readyz"]],
  ["sheds load now", ["readiness"], () => (answers["/readyz"] = [429, ""])],
  ["says yes to everything", ["no-catch-all"], () => (answers["*"] = [200, ""])],
  [
    "counts errors only once there are some",
    ["fleet_agent_requests_total"],
    () => {
      metrics((text) => text.replace(/^fleet_agent_requests_total\{outcome="error"\}.*\n/m, ""));
    },
  ],
  [
    "has a gauge for a counter",
    ["fleet_agent_fallback_total"],
    () => {
      metrics((text) =>
        text.replace("fleet_agent_fallback_total counter", "fleet_agent_fallback_total gauge"),
      );
    },
  ],
  ...USAGE.map((name): [string, readonly string[], () => void] => [
    `serves no ${name}`,
    [name],
    () => {
      metrics((text) => text.replace(new RegExp(`^(# \\w+ )?${name} .*\n`, "gm"), ""));
    },
  ]),
  [
    "has a bucket less",
    ["duration-buckets"],
    () => {
      metrics((text) => text.replace(/^.*_seconds_bucket\{le="2"\}.*\n/m, ""));
    },
  ],
  [
    "has a breaker in two states",
    ["breaker-in-one-state"],
    () => {
      metrics((text) => text.replace('{state="open"} 0', '{state="open"} 1'));
    },
  ],
])("one that %s is told so", async (_, ids, change) => {
  change();
  expect(await broken()).toEqual(ids);
});

test("one that is not there breaks everything that can be asked", async () => {
  const address = url();
  server.close();
  const checks = await agentContract(address, 5_000);
  expect(checks.every(({ kept }) => !kept)).toBe(true);
  expect(checks[0]?.found).toContain("ECONNREFUSED");
});

test("lines of a scrape are read with their labels, and what is none is left out", () => {
  const { types, samples } = parseExposition(
    '# TYPE a counter\na{b="x\\"y",c="z"} 1.5e3 17\nb +Inf\n\nnot a line\n',
  );
  expect(types.get("a")).toBe("counter");
  expect(samples).toEqual([
    { name: "a", labels: { b: 'x\\"y', c: "z" }, value: 1500 },
    { name: "b", labels: {}, value: Infinity },
  ]);
});

test("the command says what is wrong with its URL, and that nobody is there", () => {
  const wrong = fleet("doctor", "--agent", "127.0.0.1:8080");
  expect([wrong.code, wrong.out]).toEqual([2, ""]);
  expect(wrong.err).toContain("http://127.0.0.1:8080");
  const nobody = fleet("doctor", "--agent", "http://127.0.0.1:1", "--format", "json");
  expect(nobody.code).toBe(1);
  expect(JSON.parse(nobody.out)).toMatchObject({ schemaVersion: 1, kept: 0 });
});
