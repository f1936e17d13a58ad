import type { Problems } from "../../fleet/problem";
import type { ComposeService } from "./service";

/** As the catalog wants names. */
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST = 63;

/** A name as the catalog wants it: `My_Agent.2` is `my-agent-2`. */
export function catalogName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
  if (NAME.test(name)) return name;
  return name === "" ? "imported" : `agent-${name}`.slice(0, LONGEST).replace(/-+$/, "");
}

/** Names in the catalog by names in Compose. Two that get the same are in `problems`. */
export function catalogNames(
  services: readonly ComposeService[],
  problems: Problems,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, ComposeService>();
  for (const service of services) {
    const name = catalogName(service.name);
    const other = owners.get(name);
    names.set(service.name, name);
    if (other === undefined) owners.set(name, service);
    else
      problems.add({
        code: "compose-name",
        message: `${service.name} and ${other.name} get the same name in a catalog`,
        place: service.place,
        found: `${name}, also for ${other.name} in ${other.place.file}:${other.place.line}`,
        wanted: "names that differ in letters and digits",
        fix: "rename one of the two in the Compose file",
      });
  }
  return names;
}
