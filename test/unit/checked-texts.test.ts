import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalogFrom } from "../../fleet/catalog/load";
import { CheckedTexts } from "../../fleet/source/checked-texts";
import { sourcesIn } from "../../fleet/source/read";
import type { Sources } from "../../fleet/source/read";
import { YamlFile } from "../../fleet/source/yaml-file";
import { planFleet } from "../../fleet/plan/plan";
import { readProject } from "../../stacks/read";
import { Project, problemsOf } from "../support/project";

const AGENTS = "catalog/agents.yaml";
let folder: string;
let project: Project;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-checked-"));
  project = new Project();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
  jest.restoreAllMocks();
});

/** What one process knows of the project, as another one reads it. */
function handedOver(): CheckedTexts {
  const checked = CheckedTexts.empty();
  readProject({ ...sourcesIn(project.root), checked }, "dev");
  const file = join(folder, "checked");
  checked.write(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  return CheckedTexts.read(file);
}

const planOf = (sources: Sources) => {
  const { catalog, stack } = readProject(sources, "dev");
  return planFleet(catalog, stack);
};

it("gives the same plan, places included, without parsing what is known", () => {
  const checked = handedOver();
  const wanted = planOf(sourcesIn(project.root));
  const parse = jest.spyOn(YamlFile, "parse");
  const plan = planOf({ ...sourcesIn(project.root), checked });
  // The stack's own file is two lines, and has no schema.
  expect(parse.mock.calls.map(([{ file }]) => file)).toEqual(["stacks/Pulumi.dev.yaml"]);
  expect(plan).toEqual(wanted);
  const { places, agents } = loadCatalogFrom({ ...sourcesIn(project.root), checked });
  const parsed = loadCatalogFrom(sourcesIn(project.root));
  const last = agents.at(-1);
  if (last === undefined) throw new Error("no agents");
  expect(places.agent(last)).toEqual(parsed.places.agent(last));
  expect(places.agent(last, "role")).toEqual(parsed.places.agent(last, "role"));
});

it("is no answer for another text: what was changed since is parsed, and refused", () => {
  const checked = handedOver();
  project.edit(AGENTS, "    group: safety\n", "    group: safty\n");
  const sources = { ...sourcesIn(project.root), checked };
  expect(problemsOf(() => loadCatalogFrom(sources)).map(({ code }) => code)).toEqual(["unknown-group"]);
  project.edit(AGENTS, "    group: safty\n", "    group: safety\n    memory: 128\n");
  expect(problemsOf(() => loadCatalogFrom(sources)).map(({ code }) => code)).toEqual(["wrong-unit"]);
});

it("keeps nothing that was refused", () => {
  project.edit(AGENTS, "    group: safety\n", "    group: safety\n    rolle: x\n");
  const checked = CheckedTexts.empty();
  const sources = { ...sourcesIn(project.root), checked };
  const refused = () => problemsOf(() => loadCatalogFrom(sources)).map(({ code }) => code);
  expect(refused()).toEqual(["unknown-key"]);
  expect(refused()).toEqual(["unknown-key"]);
});

it("knows nothing where the file is not there, or something else", () => {
  const source = { file: AGENTS, text: project.read(AGENTS) };
  expect(CheckedTexts.read(join(folder, "nowhere")).of("agents", source)).toBeUndefined();
  writeFileSync(join(folder, "other"), "not one of these");
  expect(CheckedTexts.read(join(folder, "other")).of("agents", source)).toBeUndefined();
});
