import type { Imported } from "../../cli/import/run";
import { mebibytes } from "../../fleet/units/memory";
import { importTexts, notesOf } from "./support";

/**
 * Compose files of the form that a fleet of 69 agents was declared in, with every defect that kept it from running:
 * phase 1 by hand with a shared block, the others generated from the merged form.
 */

const PHASE_1 = 20;
const OTHERS = 49;
const ALL = PHASE_1 + OTHERS;
const PASSWORD = "geheim-4711-xyz";

const shared = `x-shared: &shared
  image: python:3.11-slim
  environment:
    CONSUL_URL: http://consul:8500
    RABBITMQ_URL: amqp://fleet:${PASSWORD}@rabbitmq:5672/fleet
    REDIS_URL: redis://redis:6379
    OLLAMA_BASE_URL: http://ollama:11434
  deploy:
    resources:
      limits: { memory: 512M, cpus: "0.5" }
      reservations: { memory: 256M, cpus: "0.25" }
`;

const phase1 = (index: number) => `  agent-${index}:
    <<: *shared
    command: sh -c "pip install -q fastapi uvicorn && python -m uvicorn app:app --port 8080"
    environment:
      AGENT_ROLE: role-${index}
    volumes: ["./agents/${index}:/app"]
    ports: ["${11000 + index}:8080"]
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:8080/health"]
      interval: 30s
      retries: 3
`;

const other = (index: number) => `  agent-${index}:
    image: python:3.11-slim
    command: ["sh", "-c", "pip install fastapi && python app.py"]
    environment: [AGENT_ROLE=role-${index}]
    volumes: ["./agents/${index}:/app"]
    ports: ["${11000 + index}:8080"]
    healthcheck:
      test: ["CMD-SHELL", "python3 -c \\"import socket; socket.create_connection(('localhost', 8080), 5)\\""]
      interval: 30s
      retries: 3
    deploy:
      resources:
        limits: { memory: 512M, cpus: "0.5" }
`;

const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const texts = {
  "compose.yaml": `${shared}services:\n${range(0, PHASE_1).map(phase1).join("")}`,
  "compose.more.yaml": `services:\n${range(PHASE_1, OTHERS).map(other).join("")}`,
};
let imported: Imported;
beforeAll(() => {
  imported = importTexts(texts, { hostMemory: mebibytes(27 * 1024), hostCpu: 32 });
});

/** All notes with a code as one: of how many services, in which line first, with which words. */
function all(code: string) {
  const notes = notesOf(imported, code);
  const place = notes[0]?.places[0];
  return {
    count: notes.flatMap(({ services }) => services).length,
    line: `${place?.file}:${place?.line}`,
    texts: notes.map(({ text }) => text).sort(),
    kinds: [...new Set(notes.map(({ kind }) => kind))],
  };
}

describe("a fleet that does not run", () => {
  it("is read whole", () => {
    expect(imported.services).toHaveLength(ALL);
    expect(imported.entries.agents).toHaveLength(ALL);
    expect(imported.entries.agents[0]).toEqual({
      ...{ name: "agent-0", role: "role-0", group: "imported", port: 11000, pool: "warm" },
      ...{ image: "python", memory: "512MiB", cpu: "250m" },
    });
    expect([...imported.entries.images.values()]).toEqual([
      { reference: "python:3.11-slim", runtime: "python", user: "10001:10001", port: 8080 },
    ]);
  });

  it("1: a check whose program the image lacks can't pass; one that only connects always does", () => {
    const missing = all("health-command-missing");
    expect(missing).toMatchObject({ count: PHASE_1, line: "compose.yaml:21", kinds: ["broken"] });
    expect(missing.texts[0]).toContain("curl, which python:3.11-slim does not have");
    expect(all("health-tcp-only")).toMatchObject({
      count: OTHERS,
      line: "compose.more.yaml:9",
      kinds: ["broken"],
    });
  });

  it("2: packages are installed at every start, and no start period waits for them", () => {
    const { count, texts: said } = all("start-installs-packages");
    expect(count).toBe(ALL);
    for (const text of said) expect(text).toContain("after 3 × 30 s it is unhealthy before it listens");
  });

  it("3: a shared environment that a shallow merge wiped out", () => {
    const { count, texts: said, line } = all("merge-replaced");
    expect([count, line]).toEqual([PHASE_1, "compose.yaml:16"]);
    expect(said[0]).toContain("replaces the shared one of compose.yaml:3");
    expect(said[0]).toContain("CONSUL_URL, RABBITMQ_URL, REDIS_URL, OLLAMA_BASE_URL are gone");
  });

  it("4: limits that add up to more than the host", () => {
    expect(all("limits-exceed-host").texts).toEqual([
      "all CPU limits add up to 34.5 cores, and the host has 32",
      "all memory limits add up to 34.5 GiB, and the host has 27 GiB",
    ]);
  });

  it("5: a password in clear, also where no service has it any more; it is never shown", () => {
    const { texts: said, line } = all("secret-in-clear");
    expect(line).toBe("compose.yaml:5");
    expect(said).toEqual([
      "RABBITMQ_URL holds a password in a URL in clear: amqp://fleet:***@rabbitmq:5672/fleet",
    ]);
    expect(JSON.stringify(imported)).not.toContain(PASSWORD);
  });

  it("6 and 7: host ports, no confinement, tags that move, code that lies on the host", () => {
    for (const code of ["port-published", "not-confined", "image-not-locked", "host-folder-mounted"])
      expect([code, all(code).count]).toEqual([code, ALL]);
    expect(all("not-confined").texts).toEqual([
      "drops no capability, has a writable root, runs as whatever user the image says",
    ]);
  });

  it('8 and 9: no order, no registration, and nothing that tells "alive" from "ready"', () => {
    expect(all("no-dependency").count).toBe(ALL);
    expect(all("not-registered").count).toBe(ALL);
    expect(all("health-path-differs")).toMatchObject({ count: PHASE_1, line: "compose.yaml:21" });
  });
});

it("a fleet without these defects has none of these notes", () => {
  const mended = importTexts(
    {
      "compose.yaml": `
x-shared: &shared { CONSUL_URL: "http://consul:8500" }
services:
  consul: { image: "hashicorp/consul:1.21.0", mem_limit: 256m, healthcheck: { test: [CMD, consul, members] } }
  agent:
    image: example.org/agent:1.2.3
    depends_on: [consul]
    environment: { <<: *shared, AGENT_ROLE: one }
    mem_limit: 128m
    healthcheck:
      test: [CMD, python, -c, "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/healthz')"]
      start_period: 60s
`,
    },
    { hostMemory: mebibytes(1024), hostCpu: 4 },
  );
  expect(mended.notes.filter(({ kind }) => kind === "broken")).toEqual([]);
  expect(mended.entries.services.get("consul")).toMatchObject({ part: "registry", memory: "256MiB" });
  expect(mended.entries.agents[0]?.dependsOn).toEqual(["consul"]);
});

describe("other defects", () => {
  const service = (text: string) =>
    importTexts({ "compose.yaml": `services:\n  a:\n    image: x:1\n${text}` });
  it.each([
    ["privileged", "    privileged: true\n"],
    ["capabilities-added", "    cap_add: [NET_ADMIN]\n"],
    ["host-network", "    network_mode: host\n"],
    ["container-socket", "    volumes: ['/var/run/docker.sock:/var/run/docker.sock:ro']\n"],
    ["health-check-missing", ""],
    ["health-check-disabled", "    healthcheck: { disable: true }\n"],
    ["health-check-disabled", "    healthcheck: { test: [NONE] }\n"],
    ["memory-limit-missing", ""],
    ["replicas", "    deploy: { replicas: 3 }\n"],
    ["key", "    dns: 1.1.1.1\n"],
    ["variable-unset", "    command: run $NOT_SET\n"],
    ["port", "    ports: ['80:80']\n"],
    ["user", "    user: root\n"],
  ])("%s is noted", (code, text) => {
    const notes = notesOf(service(text), code);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.fix.length).toBeGreaterThan(5);
  });

  it("a port published twice, images without a version, a folder that is built", () => {
    const result = importTexts({
      "compose.yaml": `services:
  a: { image: "x:latest", ports: ["8080:80"] }
  b: { image: "y", ports: [{ target: 81, published: 8080 }] }
  c: { build: . }
  redis: { image: "redis:7" }
`,
    });
    expect(notesOf(result, "port-taken").find(({ kind }) => kind === "broken")?.text).toContain(
      "which a publishes too",
    );
    expect(
      notesOf(result, "image-floating")
        .flatMap(({ services }) => services)
        .sort(),
    ).toEqual(["a", "b"]);
    expect(notesOf(result, "image-built-here")[0]?.services).toEqual(["c"]);
    expect(notesOf(result, "service-left-out")[0]?.services).toEqual(["redis"]);
    expect(result.entries.agents.map(({ port }) => port)).toEqual([8080, undefined, undefined]);
  });
});
