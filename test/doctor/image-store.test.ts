import { readFileSync } from "node:fs";
import { join } from "node:path";
import type Docker from "dockerode";
import { createColors } from "picocolors";
import { examineImageStore } from "../../cli/engine/doctor/image-store";
import { textDiagnosis } from "../../cli/engine/doctor/text";
import { checkStack } from "../../cli/pipeline";
import { Project, ROOT } from "../support/project";

const { plan } = checkStack(ROOT, "dev");
const engine = (info: Readonly<Record<string, unknown>>): Pick<Docker, "info"> => ({
  info: () => Promise.resolve(info),
});
/** As `docker info` of Docker Engine 29 has it, installed anew, and of one with Docker's own store. */
const CONTAINERD = engine({
  Driver: "overlayfs",
  DriverStatus: [["driver-type", "io.containerd.snapshotter.v1"]],
  DockerRootDir: "/var/lib/docker",
});
const OWN = {
  Driver: "overlay2",
  DriverStatus: [
    ["Backing Filesystem", "extfs"],
    ["Supports d_type", "true"],
  ],
  DockerRootDir: "/var/lib/docker",
};

const MOUNTS = `    hostMounts:
      - { host: /sys, container: /sys, reason: "reads the control groups of every container" }
`;

/** The plan with cAdvisor led to Docker, by the entry of docs/docker-socket.md. */
const led = (() => {
  const page = readFileSync(join(ROOT, "docs/docker-socket.md"), "utf8");
  const [proxy = "", cadvisor = ""] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text);
  const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
  const project = new Project();
  project.edit("catalog/services.yaml", MOUNTS, indented(cadvisor, "    "));
  project.write("catalog/services.yaml", `${project.read("catalog/services.yaml")}${indented(proxy, "  ")}`);
  const made = checkStack(project.root, "dev").plan;
  project.remove();
  return made;
})();

test.each([
  ["as it comes", plan],
  ["led to Docker", led],
])("images in containerd are warned of, and what to do about it: cAdvisor %s", async (_, fleet) => {
  const [examined] = await examineImageStore(fleet, CONTAINERD);
  expect(examined).toMatchObject({
    ...{ kind: "daemon", name: "docker image store", standing: "warning" },
    found: expect.stringContaining("containerd's (overlayfs)") as string,
    fix: expect.stringMatching(/"containerd-snapshotter": false.*docs\/docker-socket\.md/) as string,
  });
});

test("Docker's own store is fine, and says that agents tell for themselves", async () => {
  const [examined] = await examineImageStore(plan, engine(OWN));
  expect(examined).toMatchObject({ standing: "ok", fix: null });
  expect(examined?.found).toContain("agents tell memory and CPU themselves");
});

test("where cAdvisor is led to Docker, the ids of layers have to be where it looks", async () => {
  const layers = "/var/lib/docker/image/overlay2/layerdb/mounts";
  expect(await examineImageStore(led, engine(OWN))).toMatchObject([
    { standing: "ok", found: `Docker's own, ${layers}` },
  ]);
  for (const other of [{ DockerRootDir: "/srv/docker" }, { Driver: "btrfs" }]) {
    const [examined] = await examineImageStore(led, engine({ ...OWN, ...other }));
    const there = layers
      .replace("/var/lib/docker", other.DockerRootDir ?? "/var/lib/docker")
      .replace("overlay2", other.Driver ?? "overlay2");
    expect(examined).toMatchObject({
      standing: "warning",
      fix: expect.stringContaining(`Name ${there} as host`) as string,
    });
  }
});

test("an engine that says nothing of its driver is no reason to stop", async () => {
  expect(await examineImageStore(plan, engine({ DriverStatus: null }))).toMatchObject([{ standing: "ok" }]);
});

test("nothing is said of a stack without cAdvisor", async () => {
  const services = plan.services.filter(({ name }) => name !== "cadvisor");
  expect(await examineImageStore({ services }, CONTAINERD)).toEqual([]);
});

test("a warning is told with its fix, and is in nobody's way", async () => {
  const examined = await examineImageStore(plan, CONTAINERD);
  const text = textDiagnosis(
    { schemaVersion: 1, command: "doctor", stack: "dev", examined, exitCode: 0 },
    createColors(false),
  );
  expect(text).toMatch(/^warning +daemon docker image store +containerd's/m);
  expect(text).toContain("fix     Before anything is deployed");
  expect(text).toContain("fleet up --stack dev has all that it needs");
});
