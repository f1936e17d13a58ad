import { cyclesOf } from "../../fleet/catalog/cycles";
import type { Problems } from "../../fleet/problem";
import { unknownService } from "./load";
import type { Model } from "./load";
import { readService } from "./service";
import type { ComposeService } from "./service";

/** The services that are wanted, and those that no active profile has. */
export interface Chosen {
  readonly services: readonly ComposeService[];
  readonly inactive: readonly ComposeService[];
}

/**
 * The services of the active profiles, in the order of the files. What they need has to be among them.
 *
 * @param profiles names, or `*` for all
 */
export function chooseServices(model: Model, profiles: readonly string[], problems: Problems): Chosen {
  const all = [...model.services].map(([name, tree]) => readService(name, tree));
  const active = ({ profiles: own }: ComposeService): boolean =>
    own.length === 0 || profiles.includes("*") || own.some((name) => profiles.includes(name));
  const services = all.filter(active);
  const names = services.map(({ name }) => name);
  for (const service of services) {
    for (const [name, { required, place }] of service.dependsOn) {
      if (names.includes(name) || !required) continue;
      const other = model.services.has(name);
      const problem = unknownService(`service ${service.name} depends on`, name, names, place);
      problems.add(
        other
          ? {
              ...problem,
              message: `service ${service.name} depends on ${name}, which no active profile has`,
              fix: `add --profile ${all.find((one) => one.name === name)?.profiles[0] ?? "NAME"}`,
            }
          : problem,
      );
    }
  }
  const edges = new Map(services.map((service) => [service.name, [...service.dependsOn.keys()]]));
  for (const cycle of cyclesOf(edges, 20).cycles) {
    const [first = "", second = ""] = cycle;
    const place = services.find(({ name }) => name === first)?.dependsOn.get(second)?.place;
    problems.add({
      code: "compose-cycle",
      message: "services depend on each other in a circle",
      ...(place === undefined ? {} : { place }),
      found: cycle.join(" -> "),
      wanted: "an order in which they can start",
      fix: "remove one depends_on of the circle",
    });
  }
  return { services, inactive: all.filter((service) => !active(service)) };
}
