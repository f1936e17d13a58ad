import type { GroupEntry, ServiceEntry } from "../../../fleet/catalog/schema.generated";
import { partOf } from "../known-images";
import type { Note } from "../notes";
import type { ComposeService } from "../service";
import { agentEntry } from "./agents";
import { dependenciesOf } from "./dependencies";
import { Images } from "./images";
import { notingFor } from "./noting";
import { serviceEntry } from "./services";
import type { Entries, Known } from "./types";

/** Who owns what nobody owns yet: there is no such thing in a Compose file. */
const OWNER = "platform";

/**
 * The catalog entries of services. Those of well-known images are services of the fleet, all others are agents.
 *
 * @param names names in the catalog by names in Compose
 * @param group the group that new agents get
 */
export function entriesOfServices(
  services: readonly ComposeService[],
  names: ReadonlyMap<string, string>,
  known: Known,
  group: string,
  notes: Note[],
): Entries {
  const nameOf = ({ name }: ComposeService): string => names.get(name) ?? name;
  const there = (one: ComposeService): boolean =>
    known.agents.has(nameOf(one)) || known.services.has(nameOf(one));
  const partFor = (one: ComposeService) => partOf(one.image?.value ?? "");
  const imported = new Map<string, ServiceEntry>();
  for (const service of services) {
    const part = partFor(service);
    if (there(service)) noteThere(service, nameOf(service), notes);
    else if (part === "other") noteOther(service, notes);
    else if (part !== null) {
      const entry = serviceEntry(service, part, OWNER, notes);
      if (entry !== null) imported.set(nameOf(service), entry);
    }
  }
  const agents = services.filter((service) => partFor(service) === null && !there(service));
  const guessable = new Set([...imported.keys(), ...known.services]);
  const targets = new Set([...guessable, ...agents.map(nameOf), ...known.agents]);
  for (const service of services) {
    const entry = imported.get(nameOf(service));
    if (entry === undefined) continue;
    // Services are there before agents: only declared needs among themselves count.
    const needs = dependenciesOf({ ...service, environment: new Map() }, names, guessable, new Set(), notes);
    if (needs.length > 0) imported.set(nameOf(service), { ...entry, dependsOn: [...needs] });
  }
  const images = new Images(known.images, notes);
  const takenPorts = new Set(known.ports);
  const entries = agents.map((service) => {
    const dependsOn = dependenciesOf(service, names, targets, guessable, notes);
    const image = images.nameFor(service);
    return agentEntry(service, { name: nameOf(service), group, image, dependsOn, takenPorts }, notes);
  });
  return {
    images: images.entries,
    groups: groupsFor(agents, group, known, notes),
    agents: entries,
    services: imported,
  };
}

function groupsFor(
  agents: readonly ComposeService[],
  group: string,
  known: Known,
  notes: Note[],
): ReadonlyMap<string, GroupEntry> {
  const [first] = agents;
  if (first === undefined || known.groups.has(group)) return new Map();
  notes.push({
    kind: "guessed",
    code: "group",
    service: null,
    place: first.place,
    text: `group ${group} of class standard, owned by ${OWNER}: a Compose file has no groups`,
    fix: "sort the agents into groups with an owner",
  });
  return new Map([[group, { class: "standard", owner: OWNER }]]);
}

function noteThere(service: ComposeService, name: string, notes: Note[]): void {
  notingFor(service, notes)(
    "lost",
    "there-already",
    `${name} is in the catalog already, and stays as it is`,
    "remove it there first when this one is meant",
  );
}

function noteOther(service: ComposeService, notes: Note[]): void {
  notingFor(service, notes)(
    "lost",
    "service-left-out",
    "is left out: no part of a fleet is for it",
    "run it beside the fleet",
  );
}
