import type { FleetPlan } from "../../../fleet/plan/types";
import { CONTAINER } from "../../../fleet/resource";
import type { ResourceView } from "../../../fleet/resource";
import type { Difference, DriftClass, DriftReport } from "../model";
import { unequal } from "./compare-facts";
import type { Unequal } from "./compare-facts";
import { declaredFacts } from "./declared-container";
import { memoryEnvelope, runStateOf } from "./envelope";
import { undeclaredChanges } from "./files";
import { nameOf } from "./found";
import type { FoundContainer, FoundImage } from "./found";
import { foundFacts } from "./found-container";
import { identify, SET_ASIDE } from "./identify";
import type { Stranger } from "./identify";
import { interruptsWhenMended, mendingOf } from "./mending";
import { ONLY_DECLARED, uncovered } from "./property-sets";
import { booleanOf, recordsOf, textOf } from "./properties";
import { strangerSubject, Subjects } from "./subjects";

const START_INTERVAL = "healthcheck.startInterval";

/** What Docker says, in one look. */
export interface DockerSnapshot {
  readonly containers: readonly FoundContainer[];
  /** Declared references to the images that they name here; null for one that is not here. */
  readonly images: ReadonlyMap<string, FoundImage | null>;
  /** SHA-256 of files that were brought into a container: container id and path, to the digest or null. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly cpuCount: number;
}

export interface Compared {
  readonly differences: readonly Difference[];
  readonly notLooked: DriftReport["notLooked"];
}

/** Of an uploaded file in a snapshot. */
export function fileKey(containerId: string, path: string): string {
  return `${containerId} ${path}`;
}

/**
 * Every declared container with what stands for it, property by property, and what nobody declared.
 *
 * @param digest SHA-256 of declared content, in hex
 */
export function compareContainers(
  views: readonly ResourceView[],
  snapshot: DockerSnapshot,
  plan: FleetPlan,
  digest: (content: string) => string,
): Compared {
  const subjects = new Subjects(plan);
  const differences: Difference[] = [];
  const notLooked: { what: string; why: string }[] = [];
  const { matches, strangers } = identify(views, snapshot.containers, plan);
  for (const { view, container } of matches) {
    const comparison = new Comparison(view, container, snapshot, subjects, digest);
    differences.push(...comparison.differences());
    notLooked.push(...comparison.notLooked);
  }
  differences.push(...strangers.map(strangerDifference));
  return { differences, notLooked };
}

class Comparison {
  readonly notLooked: { what: string; why: string }[] = [];

  constructor(
    private readonly view: ResourceView,
    private readonly container: FoundContainer | null,
    private readonly snapshot: DockerSnapshot,
    private readonly subjects: Subjects,
    private readonly digest: (content: string) => string,
  ) {}

  differences(): Difference[] {
    const { container, view } = this;
    if (container === null) {
      const reason = "not on Docker";
      return [this.difference({ property: "exists", declared: true, found: null, reason }, "drifted", false)];
    }
    const reference = textOf(view.properties, "image");
    const image = this.snapshot.images.get(reference) ?? null;
    const declared = declaredFacts(view, image ?? container.image);
    const found = foundFacts(container, this.snapshot.cpuCount);
    // Docker Engine 20.10 knows none, and a container keeps the check that it was made with on an older engine.
    const expected = new Map(declared);
    if (!found.has(START_INTERVAL)) expected.delete(START_INTERVAL);
    const onNetworks = recordsOf(view.properties, "networksAdvanced").length > 0;
    const only = onNetworks ? ONLY_DECLARED : new Set([...ONLY_DECLARED, "networksAdvanced"]);
    const agent = this.subjects.agent(view);
    const envelope = agent === null ? null : memoryEnvelope(agent, found);
    for (const name of uncovered(view.properties))
      this.notLooked.push({ what: `${name} of container ${view.name}`, why: "no witness compares it" });
    return [
      ...unequal(expected, found, only).map((one) => this.property(one, envelope)),
      ...this.running(container),
      ...this.image(container, reference, image),
      ...this.files(container),
    ];
  }

  private property(one: Unequal, envelope: string | null): Difference {
    const { property, noise } = one;
    const reason = (text: string) => ({ ...one, reason: text });
    if (noise) return this.difference(reason("the same, written in another way"), "noise", false);
    if (envelope !== null && (property === "memory" || property === "memorySwap"))
      return this.difference(reason(envelope), "in-envelope", false);
    const first = property.split(".")[0] ?? "";
    const kind: DriftClass = first === "networksAdvanced" && one.declared === null ? "unmanaged" : "drifted";
    const why = kind === "unmanaged" ? "on a network that nobody declared" : "not as declared";
    const interrupts = interruptsWhenMended(mendingOf(property, one.declared, one.found));
    return this.difference(reason(why), kind, interrupts && this.isUp());
  }

  private isUp(): boolean {
    return this.container?.info.State.Running ?? false;
  }

  private running(container: FoundContainer): Difference[] {
    const { view } = this;
    const state = runStateOf(container);
    const asleep = !booleanOf(view.properties, "start", true);
    const agent = this.subjects.agent(view);
    const say = (
      declared: string,
      reason: string,
      kind: DriftClass,
      property = "running",
      found = state as string,
    ) => [this.difference({ property, declared, found, reason }, kind, false)];
    if (!asleep) {
      if (state !== "running") return say("running", RUN_REASONS[state] ?? "does not run", "drifted");
      const health = container.info.State.Health?.Status;
      if (health !== "unhealthy") return [];
      return say("healthy", "runs as declared; its own alerts tell of it", "in-envelope", "health", health);
    }
    if (state === "created" || state === "stopped") return [];
    if (agent !== null && state === "running")
      return say("asleep", `a ${agent.pool} agent may be awake`, "in-envelope");
    return say("asleep", RUN_REASONS[state] ?? "runs, and was never to be started", "drifted");
  }

  private image(container: FoundContainer, reference: string, image: FoundImage | null): Difference[] {
    const { Image, Config } = container.info;
    if (image === null) {
      if (Config.Image !== reference && Config.Image !== Image) {
        const reason = "made of another image";
        const values = { property: "imageId", declared: reference, found: Config.Image, reason };
        return [this.difference(values, "drifted", this.isUp())];
      }
      this.notLooked.push({ what: `image of container ${this.view.name}`, why: `${reference} is not here` });
      return [];
    }
    if (image.id === Image) return [];
    const short = (id: string): string => id.replace(/^sha256:/, "").slice(0, 12);
    const shown = (name: string, id: string): string => `${name} (${short(id)})`;
    const values = {
      property: "imageId",
      declared: shown(reference, image.id),
      found: Config.Image === Image ? short(Image) : shown(Config.Image, Image),
      reason: Config.Image === reference ? "another image under the same tag" : "made of another image",
    };
    return [this.difference(values, "drifted", this.isUp())];
  }

  private files(container: FoundContainer): Difference[] {
    const { view } = this;
    const uploads = recordsOf(view.properties, "uploads");
    const paths = uploads.map((upload) => textOf(upload, "file"));
    const result: Difference[] = [];
    const still = booleanOf(view.properties, "readOnly") || !booleanOf(view.properties, "start", true);
    if (still && container.changes === null)
      this.notLooked.push({ what: `files of container ${view.name}`, why: "Docker does not say" });
    const changes = still ? undeclaredChanges(container, paths) : [];
    if (changes.length > 0) {
      const values = {
        property: "files",
        declared: [],
        found: changes,
        reason: "files that its image lacks",
      };
      result.push(this.difference(values, "drifted", this.isUp()));
    }
    for (const upload of uploads) {
      const path = textOf(upload, "file");
      const declared = this.digest(textOf(upload, "content"));
      const found = this.snapshot.files.get(fileKey(container.info.Id, path)) ?? null;
      if (found === declared) continue;
      const short = (sha: string): string => `sha256:${sha.slice(0, 12)}`;
      const values = {
        property: `files.${path}`,
        declared: short(declared),
        found: found === null ? null : short(found),
        reason: found === null ? "the file is gone" : "the file has other content",
      };
      result.push(this.difference(values, "drifted", this.isUp()));
    }
    return result;
  }

  private difference(
    values: Pick<Difference, "property" | "declared" | "found" | "reason"> & { readonly unit?: "MiB" | null },
    kind: DriftClass,
    interrupts: boolean,
  ): Difference {
    const { property, declared, found, reason, unit = null } = values;
    const physical = this.container === null ? null : nameOf(this.container);
    return {
      subject: this.subjects.of(this.view),
      resource: { type: this.view.type, name: this.view.name, physical },
      ...{
        property,
        unit,
        declared,
        found,
        last: null,
        class: kind,
        witnesses: ["live"],
        reason,
        interrupts,
      },
    };
  }
}

const RUN_REASONS: Readonly<Record<string, string>> = {
  paused: "paused",
  stopped: "stopped",
  created: "was never started",
  restarting: "starts again and again",
  dead: "Docker could not remove it",
};

/** What was set aside earlier is stopped, and was told then: it stays until somebody removes it. */
function strangerDifference({ container, why }: Stranger): Difference {
  const name = nameOf(container);
  const state = runStateOf(container);
  const aside = name.startsWith(SET_ASIDE) && (state === "stopped" || state === "created");
  return {
    subject: strangerSubject(name),
    resource: { type: CONTAINER, name, physical: container.info.Id },
    ...{ property: "exists", unit: null, declared: null, found: `${container.info.Config.Image}, ${state}` },
    ...{ last: null, class: aside ? "noise" : "unmanaged", witnesses: ["live"] },
    reason: aside ? "set aside earlier; remove it when nobody misses it" : why,
    interrupts: false,
  };
}
