import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/project";
import { runJob, workflowIn } from "./support/workflow";
import type { Job } from "./support/workflow";

// Other programs are started: on a busy machine that takes its time.
jest.setTimeout(120_000);

interface Package {
  readonly dev?: boolean;
  /** For development, and where a package that is shipped may use it too. */
  readonly devOptional?: boolean;
  /** Of a package that is installed under another name. */
  readonly name?: string;
  readonly version?: string;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Package>>;
};
const build = workflowIn("release.yml").jobs["build"] as Job;

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

function purlOf(path: string, { name = nameOf(path), version = "" }: Package): string {
  return `pkg:npm/${name}@${version}`;
}

/** A step of the release, run as it stands there. */
async function step(folder: string, name: string, tag = "") {
  const steps = build.steps.filter((other) => other.name === name);
  expect(steps).toHaveLength(1);
  return runJob({ ...build, steps }, { folder, contexts: { github: { ref_name: tag } }, skip: [] });
}

describe("a release", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "fleet-release-"));
    for (const file of ["package.json", "package-lock.json", ".npmrc"])
      cpSync(join(ROOT, file), join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is only made of the version that its tag names", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect((await step(folder, "The tag names the version", `v${version}`)).ok).toBe(true);
    expect((await step(folder, "The tag names the version", "v99.0.0")).ok).toBe(false);
  });

  it("has a bill of materials with every package that is shipped, and none that only builds it", async () => {
    expect((await step(folder, "Bill of materials")).steps).toMatchObject([{ code: 0 }]);
    const sbom = JSON.parse(readFileSync(join(folder, "out", "release", "sbom.cdx.json"), "utf8")) as {
      readonly bomFormat: string;
      readonly components: readonly { readonly purl: string }[];
    };
    expect(sbom.bomFormat).toBe("CycloneDX");
    const listed = sbom.components.map(({ purl }) => decodeURIComponent(purl));
    const purls = (keep: (entry: Package) => boolean) =>
      Object.entries(lock.packages)
        .filter(([path, entry]) => path !== "" && entry.dev !== true && keep(entry))
        .map(([path, entry]) => purlOf(path, entry));
    expect(listed).toEqual(expect.arrayContaining(purls(({ devOptional }) => devOptional !== true)));
    expect(purls(() => true)).toEqual(expect.arrayContaining(listed));
  });

  it("has checksums that others can check", async () => {
    mkdirSync(join(folder, "out", "release"), { recursive: true });
    writeFileSync(join(folder, "out", "release", "fleet.tgz"), "packed");
    expect((await step(folder, "Checksums")).ok).toBe(true);
    const sum = createHash("sha256").update("packed").digest("hex");
    expect(readFileSync(join(folder, "out", "release", "SHA256SUMS"), "utf8")).toContain(
      `${sum}  fleet.tgz\n`,
    );
  });
});

/** Packages that bring an install script, and why nothing is missing when it does not run. */
const SCRIPTS: Readonly<Record<string, string>> = {
  "@parcel/watcher": "builds itself where no prebuilt one fits; only used to watch files",
  "@pulumi/kubernetes": "fetches the provider plugin; the engine fetches what a run needs",
  "@swc/core": "looks whether the prebuilt one works",
  "cpu-features": "an optional speed-up of ssh2",
  esbuild: "replaces its own launcher by the prebuilt program, which also runs without",
  protobufjs: "warns about version ranges",
  ssh2: "builds an optional speed-up",
};

describe("install scripts", () => {
  it("are known, each with the reason why it need not run", () => {
    const found = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript === true)
      .map(([path]) => nameOf(path));
    expect(found.filter((name) => SCRIPTS[name] === undefined)).toEqual([]);
  });

  it("don't run when the project installs itself", () => {
    expect(readFileSync(join(ROOT, "scripts", "lib", "install.mjs"), "utf8")).toContain('"--ignore-scripts"');
    const own = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: object };
    expect(Object.keys(own.scripts)).not.toEqual(expect.arrayContaining(["install"]));
    expect(Object.keys(own.scripts)).not.toEqual(expect.arrayContaining(["postinstall"]));
  });
});
