import type { Catalog, CatalogService } from "../../fleet/catalog/types";
import { REGISTRY_SERVER_ACCESS } from "../../fleet/registry/files";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { isStrict, runsService } from "../../fleet/tier";
import { accessProblems, mentionsAccess } from "../read/consul-access";
import { flagValues, wordsOf } from "../read/command";
import { loaderOf } from "../read/file-loader";
import { passUnless } from "../read/outcomes";
import { elementsOf, fieldOf } from "../read/values";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { Failure, FleetRule, Outcome } from "../rule";
import { serviceOf } from "../subject";

/** The folder that the image itself tells Consul to read. */
const CONFIG_FOLDER = "/consul/config";

export const registryNeedsToken: FleetRule = {
  id: "registry-needs-token",
  description: "In staging and prod the stack's own registry lets nobody in without a token.",
  category: "security",
  severity: "critical",
  rationale:
    "Whoever reaches an open registry can take every agent out of it, or lead its requests to a program of his own.",
  remediation:
    "Set registryAccess of the tier to tokens, and give the registry its file of kind registry-server-access: docs/registry.md.",
  scope: "fleet",
  check(resources, { catalog, stack }) {
    const { tier } = stack;
    const servers = [...catalog.services.values()].filter(
      ({ name, metrics }) => metrics?.role === "registry" && runsService(tier, name),
    );
    // Another registry has an owner of its own, who decides.
    if (!isStrict(tier.name) || servers.length === 0) return [NOT_APPLICABLE];
    const declared: Outcome =
      tier.registryAccess === "tokens"
        ? PASS
        : {
            status: "fail",
            property: "registryAccess",
            subject: { kind: "stack", name: stack.name },
            cause: { file: "tier", path: ["registryAccess"] },
            found: tier.registryAccess,
            wanted: "tokens",
          };
    return [declared, ...servers.flatMap((server) => judge(server, resources, catalog))];
  },
};

/** What of the server itself lets others in, whatever the tier says: what it is told, and what it is brought. */
function judge(
  server: CatalogService,
  resources: readonly ResourceView[],
  catalog: Catalog,
): readonly Outcome[] {
  const subject = { kind: "service", name: server.name } as const;
  const path = server.files[REGISTRY_SERVER_ACCESS];
  if (path === undefined)
    return [
      {
        status: "fail",
        property: "files",
        subject,
        cause: { file: "services", path: [server.name, "files"] },
        found: Object.keys(server.files).sort(),
        wanted: `a file of kind ${REGISTRY_SERVER_ACCESS}`,
      },
    ];
  const containers = resources.filter(({ type }) => type === CONTAINER);
  const itself = containers.filter(
    (each) => loaderOf(each, catalog) === null && serviceOf(each, catalog)?.name === server.name,
  );
  const loaders = containers.filter((each) => loaderOf(each, catalog)?.name === server.name);
  const missing: Failure = {
    status: "fail",
    property: "uploads",
    subject,
    found: null,
    wanted: `the file ${path}`,
  };
  const problems = [
    ...itself.flatMap((each) => toldProblems(each, path)),
    ...(loaders.length === 0 ? [missing] : loaders.flatMap((each) => broughtProblems(each, path))),
  ].map((outcome): Outcome => ("property" in outcome ? { ...outcome, subject } : outcome));
  return [passUnless(problems)].flat();
}

/** Consul has to read the file, and nothing on its command line may say otherwise: that counts more than any file. */
function toldProblems(resource: ResourceView, path: string): readonly Outcome[] {
  const words = wordsOf(resource);
  if (words === UNKNOWN) return [notEvaluated("command")];
  const problems: Outcome[] = [];
  const flags = (flag: string) => [`-${flag}`, `--${flag}`].flatMap((each) => flagValues(words, each));
  const folders = [CONFIG_FOLDER, ...flags("config-dir")];
  const reads = flags("config-file").includes(path) || folders.some((folder) => isDirectlyIn(path, folder));
  if (!reads)
    problems.push({ status: "fail", property: "command", found: null, wanted: `-config-file=${path}` });
  if (flags("hcl").some(mentionsAccess))
    problems.push({ status: "fail", property: "command", found: "-hcl with acl", wanted: `acl in ${path}` });
  return problems;
}

/** Never shows what stands in the file: tokens are among it. */
function broughtProblems({ properties }: ResourceView, path: string): readonly Outcome[] {
  if (properties["uploads"] === UNKNOWN) return [notEvaluated("uploads")];
  const uploads = elementsOf(properties["uploads"]);
  const upload = uploads.find((each) => fieldOf(each, "file") === path);
  if (upload !== undefined) return accessProblems(fieldOf(upload, "content"));
  if (uploads.some((each) => fieldOf(each, "file") === UNKNOWN)) return [notEvaluated("uploads")];
  return [{ status: "fail", property: "uploads", found: null, wanted: `the file ${path}` }];
}

/** Consul reads the files of a folder, and none of a folder in it. */
function isDirectlyIn(path: string, folder: string): boolean {
  return path.slice(0, path.lastIndexOf("/")) === folder.replace(/\/+$/, "");
}
