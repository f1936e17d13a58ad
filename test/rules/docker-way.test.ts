import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkStack } from "../../cli/pipeline";
import { loadCatalog } from "../../fleet/catalog/load";
import { dockerSocketConfig } from "../../fleet/render/haproxy";
import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { evaluate } from "../../policies/evaluate";
import { RULES } from "../../policies/rules";
import { checkHaproxy } from "../support/haproxy";
import { Project, ROOT } from "../support/project";
import { expectedIn } from "./cases";

/** The one service that may have the socket of an engine, as docs/docker-socket.md says to declare it. */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const page = readFileSync(join(ROOT, "docs/docker-socket.md"), "utf8");
const [proxy = "", cadvisor = ""] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block);
const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

const project = new Project();
const OLD = `    hostMounts:
      - { host: /sys, container: /sys, reason: "reads the control groups of every container" }
`;
project.edit("catalog/services.yaml", OLD, indented(cadvisor, "    "));
project.write("catalog/services.yaml", `${project.read("catalog/services.yaml")}${indented(proxy, "  ")}`);
const checked = checkStack(project.root, "dev");
const catalog = loadCatalog(project.root);
afterAll(() => {
  project.remove();
});

const rule = RULES.filter(({ id }) => id === "container-no-docker-socket");
const containerOf = (name: string): ResourceView => {
  const found = checked.resources.find(
    (each) => each.name === name && each.properties["image"] !== undefined,
  );
  if (found === undefined) throw new Error(`no container ${name}`);
  return found;
};
const judge = (resource: ResourceView) =>
  evaluate([resource], { ...expectedIn("dev"), catalog }, rule, RULES).rules[0];
const isRefused = (resource: ResourceView): boolean => {
  const { passed = 1, failed = 0 } = judge(resource) ?? {};
  return passed === 0 && failed > 0;
};
const changed = (name: string, changes: Readonly<Record<string, PropertyValue>>): ResourceView => {
  const container = containerOf(name);
  return { ...container, properties: { ...container.properties, ...changes } };
};
const SOCKET = { hostPath: "/var/run/docker.sock", containerPath: "/var/run/docker.sock", readOnly: true };
const CONFIG = {
  volumeName: "sutazai-dev-docker-socket-config",
  containerPath: "/usr/local/etc/haproxy",
  readOnly: true,
};
const OWN = { volumeName: "sutazai-dev-docker-reads", containerPath: "/var/lib/haproxy" };

it("keeps every rule", () => {
  const { findings } = checked.report;
  expect(findings.map(({ rule: id, subject }) => `${id} ${subject.name}`)).toEqual([]);
  expect(judge(containerOf("docker-socket-proxy"))).toMatchObject({ passed: 1, failed: 0 });
});

it("is in the group of the socket, and cAdvisor reads its volume without writing there", () => {
  expect(containerOf("docker-socket-proxy").properties).toMatchObject({ groupAdds: ["999"], user: "99:99" });
  expect(containerOf("cadvisor").properties["volumes"]).toContainEqual({
    volumeName: "sutazai-dev-docker-reads",
    containerPath: "/var/lib/haproxy",
    readOnly: true,
  });
});

(missing.includes("haproxy") ? it.skip : it)(
  "has a configuration that HAProxy takes without a warning",
  () => {
    expect(checkHaproxy(dockerSocketConfig())).toMatchObject({
      ok: true,
      said: expect.not.stringContaining("WARNING") as string,
    });
  },
);

const WAYS: readonly (readonly [string, Readonly<Record<string, PropertyValue>>])[] = [
  ["another image", { image: "docker:27-cli" }],
  ["an image that only ends like it", { image: "somebody/haproxy:2.6.12" }],
  ["an image of another registry", { image: "registry.example/haproxy:2.6.12" }],
  ["an image whose tag moves", { image: "haproxy:latest" }],
  ["no image", { image: undefined }],
  ["an argument", { command: ["-f", "/tmp/other.cfg"] }],
  ["another program", { entrypoints: ["/bin/sh"] }],
  ["an argument that is not known yet", { command: [UNKNOWN] }],
  ["a variable", { envs: ["LD_PRELOAD=/var/lib/haproxy/x.so"] }],
  ["a file of its own", { uploads: [{ file: "/usr/local/etc/haproxy/haproxy.cfg", content: "x" }] }],
  ["a configuration that it may write", { volumes: [SOCKET, OWN, { ...CONFIG, readOnly: false }] }],
  ["no configuration", { volumes: [SOCKET, OWN] }],
  [
    "a second volume over the configuration",
    { volumes: [SOCKET, OWN, CONFIG, { ...OWN, containerPath: "/usr/local/etc/haproxy/haproxy.cfg" }] },
  ],
  [
    "a folder of the host as its configuration",
    { volumes: [SOCKET, OWN, { hostPath: "/srv", containerPath: "/usr/local/etc/haproxy", readOnly: true }] },
  ],
  ["all mounts of another container", { volumes: [SOCKET, OWN, CONFIG, { fromContainer: "consul" }] }],
  ["the socket elsewhere", { volumes: [{ ...SOCKET, containerPath: "/srv/docker.sock" }, OWN, CONFIG] }],
  ["the folder of the socket", { volumes: [{ ...SOCKET, hostPath: "/var/run" }, OWN, CONFIG] }],
  [
    "the socket of another engine",
    { volumes: [{ ...SOCKET, hostPath: "/run/containerd/containerd.sock" }, OWN, CONFIG] },
  ],
  ["the socket twice", { volumes: [SOCKET, { ...SOCKET, containerPath: "/x/docker.sock" }, OWN, CONFIG] }],
  ["a path with steps back", { volumes: [{ ...SOCKET, hostPath: "/srv/../run/docker.sock" }, OWN, CONFIG] }],
  ["the socket to write to", { volumes: [{ ...SOCKET, readOnly: false }, OWN, CONFIG] }],
];

it.each(WAYS)("gets no socket with %s", (_title, changes) => {
  expect(isRefused(changed("docker-socket-proxy", changes))).toBe(true);
});

it("is nobody else: the same mounts under another name get no socket", () => {
  const { properties } = containerOf("docker-socket-proxy");
  for (const name of ["model-gateway", "router", "cadvisor", "docker-socket-proxy-x"])
    expect(isRefused({ ...containerOf("docker-socket-proxy"), name, properties })).toBe(true);
});

it.each([
  ["another text", [{ file: "/usr/local/etc/haproxy/haproxy.cfg", content: "frontend open" }]],
  ["another file", [{ file: "/var/lib/haproxy/x", content: dockerSocketConfig() }]],
  ["no file", []],
  [
    "one file more",
    [
      { file: "/usr/local/etc/haproxy/haproxy.cfg", content: dockerSocketConfig() },
      { file: "/usr/local/etc/haproxy/more.cfg", content: "x" },
    ],
  ],
])("is brought no other configuration: %s", (_title, uploads) => {
  expect(judge(containerOf("docker-socket-proxy-files"))).toMatchObject({ passed: 1, failed: 0 });
  expect(isRefused(changed("docker-socket-proxy-files", { uploads }))).toBe(true);
});

it("says so when what it is brought is not known yet", () => {
  expect(judge(changed("docker-socket-proxy-files", { uploads: [UNKNOWN] }))).toMatchObject({
    passed: 0,
    notEvaluated: 1,
  });
});
