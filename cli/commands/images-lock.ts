import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "../../fleet/catalog/load";
import type { Catalog } from "../../fleet/catalog/types";
import { InputError } from "../../fleet/problem";
import type { Problem } from "../../fleet/problem";
import { sourcesIn } from "../../fleet/source/read";
import { didYouMean } from "../../fleet/source/suggest";
import { readTiers } from "../../stacks/read";
import { EXIT } from "../exit-codes";
import { lockText } from "../images/lock-file";
import { writeWhole } from "../write-whole";
import { isLoopback, parseReference } from "../images/reference";
import { RegistryError, digestOf } from "../images/registry";
import type { RegistryOptions } from "../images/registry";
import { colorsFor, readerOf } from "../output";
import { textProblems } from "../reporters/problems";

export interface ImagesLockOptions {
  readonly root: string;
  /** Images with their tags; none: every one of the catalog. */
  readonly images: readonly string[];
  /** Only say what would change. */
  readonly check: boolean;
  /** Write what was answered even when some image failed. */
  readonly partial: boolean;
  /** `host:port` on this machine that is asked without TLS. */
  readonly insecureRegistry: string | null;
}

const LOCK = "catalog/images.lock.yaml";
/** Registries count requests; as many at once are answered by all. */
const AT_ONCE = 4;
const TIMEOUT_MS = 20_000;

/** `fleet images lock`: writes the digest of every image's tag to catalog/images.lock.yaml, asked of its registry. */
export async function imagesLock(options: ImagesLockOptions): Promise<number> {
  const { root, check, partial, insecureRegistry: insecure } = options;
  const catalog = loadCatalog(root);
  const known = imagesOf(root, catalog);
  refuseWrong(options, known);
  const wanted = options.images.length > 0 ? [...new Set(options.images)].sort() : known;
  const { digests, problems } = await askAll(wanted, { insecure, timeout: TIMEOUT_MS });
  // Some asked for: the others stay. All asked for: what the catalog has no more is left out.
  const before = catalog.digests;
  const kept = [...before].filter(([image]) => options.images.length > 0 || known.includes(image));
  const after = new Map([...kept, ...digests]);
  const lines = changes(before, after);
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
  if (problems.length > 0) {
    const colors = colorsFor(process.stderr);
    if (!partial || check) throw new InputError(problems);
    process.stderr.write(textProblems(problems, readerOf(root), colors));
  }
  if (check) {
    process.stdout.write(lines.length === 0 ? `${LOCK} is up to date\n` : `${LOCK} is not up to date\n`);
    return lines.length === 0 ? EXIT.fine : EXIT.blocked;
  }
  if (lines.length > 0) {
    const file = join(root, LOCK);
    writeWhole(file, lockText(readFileSync(file, "utf8"), after));
  }
  process.stdout.write(`${LOCK}: ${digests.size} asked, ${lines.length} changed\n`);
  return problems.length > 0 ? EXIT.input : EXIT.fine;
}

/** Every image but stubs and those that a tier puts in the place of all agents: these are made on the spot. */
function imagesOf(root: string, catalog: Catalog): readonly string[] {
  const made = new Set(readTiers(sourcesIn(root)).map(({ agentImage }) => agentImage));
  const found = new Set<string>();
  for (const { name, reference, builtin } of catalog.images.values())
    if (builtin !== "stub" && !made.has(name)) found.add(reference);
  for (const { image } of catalog.services.values()) found.add(image);
  return [...found].sort();
}

function refuseWrong({ images, insecureRegistry }: ImagesLockOptions, known: readonly string[]): void {
  const problems = images
    .filter((image) => !known.includes(image))
    .map((image): Problem => ({
      code: "unknown-image",
      message: `no image of the catalog is called ${image}`,
      found: image,
      wanted: "an image with its tag, as services.yaml or agents.yaml has it",
      fix: didYouMean(image, known) ?? `one of ${known.join(", ")}`,
    }));
  if (insecureRegistry !== null && !isLoopback(insecureRegistry))
    problems.push({
      code: "wrong-value",
      message: "only a registry on this machine may be asked without TLS",
      found: insecureRegistry,
      wanted: "a loopback address, such as 127.0.0.1:5000",
      fix: "leave --insecure-registry out: others are asked with TLS",
    });
  if (problems.length > 0) throw new InputError(problems);
}

async function askAll(wanted: readonly string[], options: RegistryOptions) {
  const digests = new Map<string, string>();
  const failed = new Map<string, Problem>();
  const queue = [...wanted];
  const work = async (): Promise<void> => {
    for (let image = queue.shift(); image !== undefined; image = queue.shift()) {
      try {
        digests.set(image, await digestOf(parseReference(image), options));
      } catch (error) {
        if (!(error instanceof RegistryError)) throw error;
        failed.set(image, error.problem);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const problems = wanted.flatMap((image) => failed.get(image) ?? []);
  return { digests, problems };
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((image) => {
    const [old, now] = [before.get(image), after.get(image)];
    return old === now ? [] : [`${image}  ${old ?? "not locked"} -> ${now ?? "not in the catalog any more"}`];
  });
}
