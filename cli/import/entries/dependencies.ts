import type { Note } from "../notes";
import type { ComposeService } from "../service";
import { notingFor } from "./noting";

const HOST = /(?:\/\/|@|^)(?:[^\s/@]{0,200}@)?([a-z0-9][\w.-]{0,100})(?=[:/]|$)/i;
/** As the schema has lists of dependencies. */
const MOST = 64;

/**
 * What a service needs: what it declares, and the services that its variables name without its saying so.
 *
 * @param names names in the catalog by names in Compose
 * @param targets everything that may be named
 * @param guessable what a variable may be taken to name: services, because agents could name each other in a circle
 */
export function dependenciesOf(
  service: ComposeService,
  names: ReadonlyMap<string, string>,
  targets: ReadonlySet<string>,
  guessable: ReadonlySet<string>,
  notes: Note[],
): readonly string[] {
  const note = notingFor(service, notes);
  const found = new Set<string>();
  for (const [needed, { place }] of service.dependsOn) {
    const name = names.get(needed) ?? needed;
    if (targets.has(name)) found.add(name);
    else
      note(
        "lost",
        "dependency",
        `needs ${needed}, which is not in the catalog`,
        "add it to dependsOn once it is",
        place,
      );
  }
  for (const [variable, { value, place }] of service.environment) {
    const host = HOST.exec((value ?? "").slice(0, 500))?.[1];
    const name = host === undefined ? undefined : (names.get(host) ?? host);
    if (name === undefined || !guessable.has(name) || found.has(name)) continue;
    if (name === names.get(service.name)) continue;
    found.add(name);
    note(
      "guessed",
      "dependency",
      `depends on ${name}, because ${variable} names it; the Compose file does not say so`,
      "remove it from dependsOn when it may be missing at the start",
      place,
    );
  }
  return [...found].sort().slice(0, MOST);
}
