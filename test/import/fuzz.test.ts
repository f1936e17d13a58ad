import { InputError } from "../../fleet/problem";
import { Random, mutate } from "../catalog/fuzz/mutate";
import { importTexts } from "./support";

/** The same run again: FLEET_FUZZ_SEED=<seed> FLEET_FUZZ_RUNS=1. The long run: FLEET_FUZZ_RUNS=10000. */
const SEED = Number(process.env["FLEET_FUZZ_SEED"] ?? 1);
const RUNS = Number(process.env["FLEET_FUZZ_RUNS"] ?? 500);
/** What one input may take of CPU time: a machine that does other things too fails nobody. */
const MAX_MILLISECONDS = 5000;

const FILES: Readonly<Record<string, string>> = {
  "compose.yaml": `include: [sub/inner.yaml]
x-shared: &shared
  image: python:\${TAG:-3.11}-slim
  environment: &env { CONSUL_URL: http://consul:8500, MQ: "amqp://u:geheim99@mq" }
  deploy: { resources: { limits: { memory: 512M, cpus: "0.5" } } }
services:
  one:
    <<: *shared
    extends: { file: base.yaml, service: base }
    environment: { <<: *env, A: "\${A:-\${B:-c}}" }
    ports: ["8080:80", "127.0.0.1:9000-9005:9000-9005"]
    healthcheck: { test: [CMD, curl, "http://localhost/health"], interval: 1m30s, retries: 3 }
    depends_on: [two, inner]
  two:
    <<: [*shared]
    env_file: [a.env, { path: b.env, required: false }]
    command: sh -c "pip install x && run"
    volumes: ["data:/data", "./x:/y:ro"]
    profiles: []
`,
  "compose.over.yaml": `services:
  one: { ports: !override ["81:81"], environment: { A: !reset null }, cap_add: [NET_ADMIN] }
`,
  "base.yaml": `services: { base: { user: "1:1", labels: [a=b], extends: { service: root } }, root: { read_only: true } }
`,
  "sub/inner.yaml": `services: { inner: { image: "redis:7", networks: [n] } }
networks: { n: {} }
`,
  "a.env": `A=1\nB="two \${A}"\nC='x'\n# end\n`,
  ".env": `TAG=3.12\n`,
};
const NAMES = Object.keys(FILES);

function mutated(seed: number): { readonly texts: Readonly<Record<string, string>>; readonly file: string } {
  const random = new Random(seed);
  // The first file is the largest and is mutated half of the time.
  const file = random.below(2) === 0 ? "compose.yaml" : random.pick(NAMES);
  return { file, texts: { ...FILES, [file]: mutate(FILES[file] ?? "", random) } };
}

/** @returns true when it was imported */
function runOne(seed: number): boolean {
  const { texts } = mutated(seed);
  const started = process.cpuUsage();
  try {
    const { entries, notes } = importTexts(texts, { profiles: ["*"] });
    for (const { text, fix } of notes) {
      if (/undefined|\[object|NaN/.test(text + fix)) throw new Error(`words that say nothing: ${text}`);
    }
    if (entries.agents.some(({ name }) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)))
      throw new Error("a name that is none");
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) {
      if (problem.place === undefined) throw new Error(`no place: ${JSON.stringify(problem)}`);
      const words = [problem.message, problem.fix, problem.found ?? "-", problem.wanted ?? "-"];
      if (words.some((text) => text.trim() === "" || /undefined|\[object|NaN/.test(text)))
        throw new Error(`words that say nothing: ${JSON.stringify(problem)}`);
    }
    return false;
  } finally {
    const took = process.cpuUsage(started).user / 1000;
    if (took > MAX_MILLISECONDS) throw new Error(`took ${took.toFixed(0)} ms`);
  }
}

it(`${RUNS} mutations of Compose files are imported, or refused with place and fix`, () => {
  const failures: string[] = [];
  let accepted = 0;
  for (let seed = SEED; seed < SEED + RUNS && failures.length < 10; seed++) {
    try {
      if (runOne(seed)) accepted += 1;
    } catch (error) {
      failures.push(
        `seed ${seed} (${mutated(seed).file}): ${error instanceof Error ? (error.stack ?? "") : String(error)}`,
      );
    }
  }
  expect(failures).toEqual([]);
  if (RUNS < 100) return;
  // Both answers are tried.
  expect(accepted).toBeGreaterThan(RUNS / 20);
  expect(accepted).toBeLessThan(RUNS * 0.9);
}, 600_000);

it("start from files that are imported", () => {
  expect([...importTexts(FILES).services].sort()).toEqual(["inner", "one", "two"]);
});
