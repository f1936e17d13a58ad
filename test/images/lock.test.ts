import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseReference } from "../../cli/images/reference";
import { loadCatalog } from "../../fleet/catalog/load";
import { fleet } from "../support/fleet";
import { end } from "../support/processes";
import { Project } from "../support/project";
import { until } from "../support/until";

/** `fleet images lock` against Debian's docker-registry on loopback, with skopeo as the judge of digests. */

const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const describeWithRegistry =
  missing.includes("docker-registry") || missing.includes("skopeo") ? describe.skip : describe;
const LOCK = "catalog/images.lock.yaml";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A registry with storage of its own; with an account needed for everything when `auth` is a password file. */
async function startRegistry(folder: string, auth: string | null = null) {
  const port = await freePort();
  const data = join(folder, `data-${port}`);
  mkdirSync(data);
  const config = [
    "version: 0.1",
    "log: { accesslog: { disabled: true }, level: error }",
    `storage: { filesystem: { rootdirectory: "${data}" } }`,
    `http: { addr: "127.0.0.1:${port}" }`,
    ...(auth === null ? [] : [`auth: { htpasswd: { realm: test, path: "${auth}" } }`]),
  ];
  const file = join(folder, `registry-${port}.yml`);
  writeFileSync(file, `${config.join("\n")}\n`);
  const child = spawn("docker-registry", ["serve", file], { stdio: "ignore" });
  const address = `127.0.0.1:${port}`;
  await until("the registry", () =>
    fetch(`http://${address}/v2/`).then(
      ({ status }) => status === 200 || status === 401,
      () => false,
    ),
  );
  return { address, stop: () => end(child.pid ?? 0) };
}

/** An OCI layout of an image with one empty layer; `content` makes its digest its own. */
function imageLayout(folder: string, content: string): string {
  const layout = join(folder, `layout-${content}`);
  const blobs = join(layout, "blobs", "sha256");
  mkdirSync(blobs, { recursive: true });
  const blob = (mediaType: string, bytes: Buffer) => {
    const hex = createHash("sha256").update(bytes).digest("hex");
    writeFileSync(join(blobs, hex), bytes);
    return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
  };
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const layer = blob("application/vnd.oci.image.layer.v1.tar", Buffer.alloc(1024));
  const config = blob(
    "application/vnd.oci.image.config.v1+json",
    json({
      ...{ architecture: "amd64", os: "linux", author: content },
      rootfs: { type: "layers", diff_ids: [layer.digest] },
    }),
  );
  const mediaType = "application/vnd.oci.image.manifest.v1+json";
  const manifest = blob(mediaType, json({ schemaVersion: 2, mediaType, config, layers: [layer] }));
  const annotations = { "org.opencontainers.image.ref.name": "latest" };
  writeFileSync(
    join(layout, "index.json"),
    json({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }),
  );
  writeFileSync(join(layout, "oci-layout"), json({ imageLayoutVersion: "1.0.0" }));
  return layout;
}

const push = (layout: string, reference: string) =>
  execFileSync("skopeo", [
    ...["--insecure-policy", "copy", "--dest-tls-verify=false"],
    ...[`oci:${layout}:latest`, `docker://${reference}`],
  ]);
const inspected = (reference: string) =>
  execFileSync(
    "skopeo",
    ["inspect", "--tls-verify=false", "--format", "{{.Digest}}", `docker://${reference}`],
    { encoding: "utf8" },
  ).trim();

it.each([
  ["rabbitmq:3.13", "registry-1.docker.io", "library/rabbitmq", "3.13"],
  ["prom/prometheus:v3", "registry-1.docker.io", "prom/prometheus", "v3"],
  ["docker.io/prom/prometheus:v3", "registry-1.docker.io", "prom/prometheus", "v3"],
  ["gcr.io/cadvisor/cadvisor:v0", "gcr.io", "cadvisor/cadvisor", "v0"],
  ["127.0.0.1:5000/x:1", "127.0.0.1:5000", "x", "1"],
])("%s stands where Docker would look", (text, registry, repository, tag) => {
  expect(parseReference(text)).toEqual({ text, registry, repository, tag });
});

it("asks no other machine without TLS, and no image that the catalog does not have", () => {
  const { code, err } = fleet("images", "lock", "--insecure-registry", "ghcr.io", "--image", "rabitmq:1");
  expect(code).toBe(2);
  expect(err).toContain("[wrong-value]");
  expect(err).toContain("[unknown-image]");
});

describeWithRegistry("fleet images lock", () => {
  let folder: string;
  let project: Project;
  let registry: Awaited<ReturnType<typeof startRegistry>>;
  let agent: string;
  let service: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fleet-registry-"));
    registry = await startRegistry(folder);
    project = new Project();
    agent = `${registry.address}/agents/reference:1`;
    service = `${registry.address}/service:1`;
    // Every image of the catalog from this registry: no test may ask another.
    const services = project
      .read("catalog/services.yaml")
      .replaceAll(/^ {4}image: .*$/gm, `    image: ${service}`);
    project.write("catalog/services.yaml", services);
    const { reference } = loadCatalog(project.root).agents[0]?.image ?? { reference: "" };
    project.edit("catalog/agents.yaml", reference, agent);
    project.write(
      LOCK,
      `# Kept.\n${project.read(LOCK).replace("images: {}", `images:\n  # Gone.\n  old/image:1: sha256:${"0".repeat(64)}`)}# The end.\n`,
    );
    push(imageLayout(folder, "a"), agent);
    push(imageLayout(folder, "b"), service);
  }, 60_000);
  afterAll(async () => {
    await registry.stop();
    project.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const lock = (...more: string[]) =>
    fleet("images", "lock", "--dir", project.root, "--insecure-registry", registry.address, ...more);
  const locked = () => loadCatalog(project.root).digests;

  it("only says what is missing with --check", () => {
    const before = project.read(LOCK);
    const { code, out } = lock("--check");
    expect(code).toBe(1);
    expect(out).toContain(`${agent}  not locked -> ${inspected(agent)}\n`);
    expect(project.read(LOCK)).toBe(before);
  });

  it("writes the digests that skopeo sees, sorted, and keeps comments", () => {
    expect(lock().code).toBe(0);
    expect([...locked()]).toEqual([
      [agent, inspected(agent)],
      [service, inspected(service)],
    ]);
    expect(project.read(LOCK)).toMatch(/^# Kept\.\n[^]*never written by hand[^]*# The end\.\n$/);
    expect(readdirSync(join(project.root, "catalog")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const { code, out } = lock("--check");
    expect([code, out]).toEqual([0, `${LOCK} is up to date\n`]);
  });

  it("sees that a tag was moved, and locks only what is asked for", () => {
    const [old, other] = [inspected(agent), inspected(service)];
    push(imageLayout(folder, "c"), agent);
    push(imageLayout(folder, "d"), service);
    const moved = inspected(agent);
    expect(moved).not.toBe(old);
    const { code, out } = lock("--image", agent);
    expect(code).toBe(0);
    expect(out).toContain(`${agent}  ${old} -> ${moved}\n`);
    expect(locked().get(agent)).toBe(moved);
    expect(locked().get(service)).toBe(other);
  });

  it("writes nothing when a tag is missing, unless --partial", () => {
    const before = project.read(LOCK);
    const absent = `${registry.address}/agents/reference:2`;
    project.edit("catalog/agents.yaml", agent, absent);
    try {
      const refused = lock();
      expect(refused.code).toBe(2);
      expect(refused.err).toContain("[image-not-found]");
      expect(project.read(LOCK)).toBe(before);
      const partial = lock("--partial");
      expect(partial.code).toBe(2);
      expect(partial.err).toContain("[image-not-found]");
      expect(locked().get(service)).toBe(inspected(service));
    } finally {
      project.edit("catalog/agents.yaml", absent, agent);
    }
  });

  it("says that a registry wants an account, or does not answer", async () => {
    const passwords = join(folder, "htpasswd");
    writeFileSync(passwords, `nobody:$2y$05$${"a".repeat(53)}\n`);
    const closed = await startRegistry(folder, passwords);
    const image = `${closed.address}/x:1`;
    project.edit("catalog/agents.yaml", agent, image);
    const ask = () =>
      fleet(
        ...["images", "lock", "--dir", project.root, "--image", image],
        "--insecure-registry",
        closed.address,
      );
    try {
      const denied = ask();
      expect(denied.code).toBe(2);
      expect(denied.err).toMatch(/\[registry-denied\]\n {2}found {3}HTTP 401\n/);
      await closed.stop();
      const down = ask();
      expect(down.code).toBe(2);
      expect(down.err).toMatch(/\[registry-unreachable\]\n {2}found {3}.*ECONNREFUSED/);
    } finally {
      await closed.stop();
      project.edit("catalog/agents.yaml", image, agent);
    }
  });
});
