import type { ResourceView } from "../../../fleet/resource";
import { changeText } from "../../reporters/drift-lines";
import type { DockerSnapshot } from "../live/compare-containers";
import { nameOf } from "../live/found";
import type { FoundContainer } from "../live/found";
import { SET_ASIDE } from "../live/identify";
import { mendingOf } from "../live/mending";
import { booleanOf, recordsOf, textOf, textsOf } from "../live/properties";
import type { Difference } from "../model";
import type { Action, Step } from "./action";
import { limitsFor } from "./limits";

type Bare = Omit<Action, "withheld" | "target">;

/** What has to be done to one declared container. */
export function containerActions(
  view: ResourceView,
  differences: readonly Difference[],
  snapshot: DockerSnapshot,
  allowed: (action: Bare) => boolean,
): Bare[] {
  const [first] = differences;
  if (first === undefined) return [];
  const { subject } = first;
  const act = (step: Step, does: string, interrupts = false): Bare => ({ subject, does, step, interrupts });
  // Live nothing stands for it; to the engine alone it is missing when somebody else made it under its name.
  const missing = differences.some(
    ({ property, witnesses }) => property === "exists" && witnesses.includes("live"),
  );
  const physical = differences.find(({ resource }) => resource.physical !== null)?.resource.physical;
  const name = physical ?? textOf(view.properties, "name");
  const container = missing ? undefined : snapshot.containers.find((one) => nameOf(one) === name);
  if (container === undefined) return [act({ do: "engine" }, "is made again by the engine")];
  const id = container.info.Id;
  const up = container.info.State.Running;
  const replacing = differences.filter(needsReplacing);
  const actions: Bare[] = [];
  if (replacing.length > 0) {
    const why = replacing.map((difference) => difference.property).join(", ");
    const effect = up ? "stopped until the new one is healthy" : "it does not run, nothing is interrupted";
    const replace = act({ do: "remove", id }, `is replaced by the engine for its ${why}: ${effect}`, up);
    if (allowed(replace)) return [replace];
    actions.push(replace);
  }
  actions.push(...inPlace(view, differences, container, snapshot, act));
  return actions;
}

function needsReplacing({ property, declared, found }: Difference): boolean {
  if (property === "running") return found === "restarting" || found === "dead";
  if (property === "exists") return true;
  if (property === "health") return false;
  return mendingOf(property, declared, found) === "replace";
}

function inPlace(
  view: ResourceView,
  differences: readonly Difference[],
  container: FoundContainer,
  snapshot: DockerSnapshot,
  act: (step: Step, does: string, interrupts?: boolean) => Bare,
): Bare[] {
  const id = container.info.Id;
  const up = container.info.State.Running;
  const actions: Bare[] = [];
  const updated: Difference[] = [];
  for (const difference of differences) {
    const { property, declared, found } = difference;
    const network = property.slice(property.indexOf(".") + 1);
    if (property === "running") {
      actions.push(...runActions(view, found, id, act));
      continue;
    }
    if (property === "exists" || property === "health") continue;
    switch (mendingOf(property, declared, found)) {
      case "update":
        updated.push(difference);
        break;
      case "rename": {
        const to = textOf(view.properties, "name");
        const holder = snapshot.containers.find((other) => nameOf(other) === to);
        // Two that swapped their names: one has to step aside first.
        if (holder !== undefined)
          actions.push(act({ do: "rename", id, to: `renaming-${id.slice(0, 12)}` }, "is renamed on the way"));
        actions.push(act({ do: "rename", id, to }, `is renamed back to ${to}: runs on`));
        break;
      }
      case "disconnect":
        actions.push(act({ do: "disconnect", id, network }, `is taken off the network ${network}: runs on`));
        break;
      case "connect":
      case "reconnect": {
        const declaredNetwork = recordsOf(view.properties, "networksAdvanced").find(
          (one) => textOf(one, "name") === network,
        );
        const aliases = declaredNetwork === undefined ? [] : textsOf(declaredNetwork, "aliases");
        if (found !== null) {
          const does = `is taken off the network ${network} for a moment`;
          actions.push(act({ do: "disconnect", id, network }, does, up));
        }
        actions.push(
          act({ do: "connect", id, network, aliases }, `is put on the network ${network}: runs on`),
        );
        break;
      }
      case "replace":
        break;
    }
  }
  if (updated.length > 0) {
    const names = updated.map(({ property }) => property);
    const limits = limitsFor(view, names, container, snapshot.cpuCount);
    const back = updated.map((difference) => changeText(flipped(difference))).join(", ");
    actions.push(act({ do: "update", id, limits }, `is updated in place: ${back}: runs on`));
  }
  return actions;
}

/** From what was found back to what is declared. */
function flipped(difference: Difference): Difference {
  return { ...difference, declared: difference.found, found: difference.declared };
}

function runActions(
  view: ResourceView,
  found: Difference["found"],
  id: string,
  act: (step: Step, does: string) => Bare,
): Bare[] {
  if (found === "paused") return [act({ do: "unpause", id }, "is unpaused: answers again")];
  if (!booleanOf(view.properties, "start", true)) return [act({ do: "stop", id }, "is stopped, as declared")];
  return found === "stopped" || found === "created" ? [act({ do: "start", id }, "is started")] : [];
}

/** A stranger is never deleted: it steps aside, stopped, and whoever misses it finds it under its new name. */
export function setAside(difference: Difference, snapshot: DockerSnapshot): Bare[] {
  const container = snapshot.containers.find(({ info }) => info.Id === difference.resource.physical);
  if (container === undefined) return [];
  const { Id: id, State } = container.info;
  const to = `${SET_ASIDE}${nameOf(container).replace(SET_ASIDE, "")}-${id.slice(0, 12)}`;
  const stop = State.Running;
  const does = `is set aside: ${stop ? "stopped and " : ""}renamed to ${to}, not deleted`;
  return [{ subject: difference.subject, does, step: { do: "set-aside", id, to, stop }, interrupts: false }];
}
