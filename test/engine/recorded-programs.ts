import * as consul from "@pulumi/consul";
import * as docker from "@pulumi/docker";

/** The programs of test/fixtures/recorded, word by word, but for the addresses they are pointed at. */

const recordedHealth = {
  tests: ["CMD", "/bin/wget", "-q", "-O", "-", "http://127.0.0.1:8080/bin/sh"],
  interval: "2s",
  timeout: "2s",
  retries: 3,
  startPeriod: "5s",
};

/** docker/program.ts.txt */
export function dockerProgram(): Promise<void> {
  const net = new docker.Network("net", {
    name: "fleet3",
    driver: "bridge",
    internal: false,
    labels: [{ label: "sutazai.fleet", value: "x" }],
    ipamConfigs: [{ subnet: "172.31.77.0/24", gateway: "172.31.77.1" }],
  });
  const vol = new docker.Volume("vol", { name: "fleet3-data", labels: [{ label: "a", value: "b" }] });
  for (let i = 0; i < 3; i++) {
    const name = `full-${i}`;
    new docker.Container(name, {
      image: "bb:1",
      name,
      command: ["/bin/httpd", "-f", "-p", "8080"],
      hostname: name,
      memory: 128,
      memorySwap: 128,
      memoryReservation: 64,
      cpuShares: 512,
      cpus: "1.0",
      networksAdvanced: [{ name: net.name, aliases: [name] }],
      healthcheck: recordedHealth,
      restart: "unless-stopped",
      mustRun: true,
      wait: true,
      waitTimeout: 60,
      readOnly: true,
      tmpfs: { "/tmp": "rw,size=16m" },
      capabilities: { drops: ["ALL"] },
      securityOpts: ["no-new-privileges:true"],
      user: "65534:65534",
      init: true,
      logDriver: "json-file",
      logOpts: { "max-size": "10m", "max-file": "3" },
      ulimits: [{ name: "nofile", soft: 1024, hard: 2048 }],
      labels: [
        { label: "sutazai.agent", value: name },
        { label: "sutazai.pool", value: "hot" },
      ],
      envs: [`AGENT_NAME=${name}`, "PORT=8080"],
      ports: [{ internal: 8080, external: 18080 + i, ip: "127.0.0.1" }],
      volumes: [{ volumeName: vol.name, containerPath: "/data", readOnly: true }],
      stopTimeout: 10,
      destroyGraceSeconds: 10,
      pidMode: "",
      shmSize: 64,
    });
  }
  for (const name of ["cold-a", "cold-b", "cold-c"]) {
    new docker.Container(
      name,
      {
        image: "bb:1",
        name,
        command: ["/bin/httpd", "-f", "-p", "8080"],
        memory: 128,
        memorySwap: 128,
        mustRun: false,
        start: false,
        networksAdvanced: [{ name: net.name }],
        restart: "no",
        healthcheck: recordedHealth,
      },
      name === "cold-a" ? {} : { ignoreChanges: ["mustRun"] },
    );
  }
  return Promise.resolve();
}

const TAMPERED = [
  ...["stop", "pause", "rm", "rerun", "mem", "memres", "shares", "cpus", "cpuset", "pids", "restartpol"],
  ...["netoff", "neton", "rename", "tmpfile", "retag", "restart", "cold-start", "cold-rm", "untouched"],
];

/** docker-tampering/program.js.txt */
export function tamperingProgram(): Promise<void> {
  const net = new docker.Network("net", { name: "tamper", labels: [{ label: "sutazai.fleet", value: "t" }] });
  for (const name of TAMPERED) {
    const cold = name.startsWith("cold");
    new docker.Container(name, {
      image: "fleet-agent-stub:1",
      name,
      hostname: name,
      memory: 128,
      memorySwap: 128,
      memoryReservation: 64,
      cpuShares: 512,
      cpus: "1.0",
      networksAdvanced: [{ name: net.name, aliases: [name] }],
      healthcheck: {
        tests: ["CMD", "/bin/wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/healthz"],
        interval: "2s",
        timeout: "2s",
        retries: 3,
        startPeriod: "5s",
      },
      restart: "unless-stopped",
      mustRun: !cold,
      start: !cold,
      ...(cold ? {} : { wait: true, waitTimeout: 60 }),
      readOnly: true,
      tmpfs: { "/tmp": "rw,size=16m" },
      capabilities: { drops: ["ALL"] },
      securityOpts: ["no-new-privileges:true"],
      user: "65534:65534",
      init: true,
      logDriver: "json-file",
      logOpts: { "max-size": "10m", "max-file": "3" },
      labels: [{ label: "sutazai.agent", value: name }],
      envs: [`AGENT_NAME=${name}`],
    });
  }
  return Promise.resolve();
}

/** consul/program.ts.txt */
export function consulProgram(address: string): () => Promise<void> {
  return () => {
    const provider = new consul.Provider("consul", { address, scheme: "http" });
    const node = new consul.Node(
      "agents",
      {
        name: "sutazai-agents",
        address: "127.0.0.1",
        meta: { "external-node": "true", "external-probe": "true" },
      },
      { provider },
    );
    for (let i = 0; i < 3; i++) {
      const name = `agent-${String(i).padStart(2, "0")}`;
      new consul.Service(
        name,
        {
          name,
          node: node.name,
          port: 9000 + i,
          tags: ["hot"],
          meta: { pool: "hot" },
          checks: [
            {
              checkId: `${name}:ready`,
              name: "ready",
              http: `http://127.0.0.1:${9000 + i}/readyz`,
              interval: "10s",
              timeout: "2s",
              status: "critical",
              deregisterCriticalServiceAfter: "10m0s",
              tlsSkipVerify: false,
            },
          ],
        },
        { provider },
      );
    }
    new consul.Keys("cfg", { keys: [{ path: "sutazai/fleet/version", value: "1" }] }, { provider });
    const configJson = JSON.stringify({
      Protocol: "http",
      Expose: {},
      MeshGateway: {},
      TransparentProxy: {},
    });
    new consul.ConfigEntry(
      "defaults",
      { kind: "service-defaults", name: "agent-00", configJson },
      { provider },
    );
    return Promise.resolve();
  };
}
