import { CONSUL_NODE, CONSUL_SERVICE, CONTAINER, NETWORK, UNKNOWN, VOLUME } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { PASS, notEvaluated } from "../rule";
import type { Expected, FleetRule, Outcome, Subject } from "../rule";
import { subjectOf } from "../subject";
import { isRecord, listOf } from "../read/values";

export const uniqueNames: FleetRule = {
  id: "unique-names",
  description:
    "Names are given once: of containers, volumes, networks and nodes, on each network, and of services and checks in Consul.",
  category: "feasibility",
  severity: "critical",
  rationale:
    "The second of two containers with one name is refused in the middle of an update; of two with one name on a network either may answer; of two registrations the later replaces the other.",
  remediation: "Rename one of the two.",
  exemptible: false,
  scope: "fleet",
  check(resources, expected) {
    const book = new NameBook(expected);
    for (const resource of resources) {
      switch (resource.type) {
        case CONTAINER:
          book.own("name", resource, resource.type, resource.properties["name"]);
          namesOnNetworks(resource, book);
          break;
        case VOLUME:
        case NETWORK:
        case CONSUL_NODE:
          book.own("name", resource, resource.type, resource.properties["name"]);
          break;
        case CONSUL_SERVICE:
          namesInConsul(resource, book);
      }
    }
    return book.outcomes.length === 0 ? [PASS] : book.outcomes;
  },
};

/** Who has which name, by the space in which names have to differ. */
class NameBook {
  readonly outcomes: Outcome[] = [];
  private readonly owners = new Map<string, Map<string, string>>();

  constructor(private readonly expected: Expected) {}

  /** A name that only one resource may have. */
  own(property: string, resource: ResourceView, space: string, name: PropertyValue): void {
    this.take(property, resource, space, name, null);
  }

  /** A name that all containers of one agent or service may share, such as its alias on a network. */
  share(property: string, resource: ResourceView, space: string, name: PropertyValue, member: string): void {
    this.take(property, resource, space, name, member);
  }

  unknown(property: string, resource: ResourceView): void {
    this.outcomes.push(notEvaluated(property, this.subject(resource)));
  }

  private take(
    property: string,
    resource: ResourceView,
    space: string,
    name: PropertyValue,
    sharedBy: string | null,
  ): void {
    if (name === UNKNOWN) this.unknown(property, resource);
    if (typeof name !== "string") return;
    const names = this.owners.get(space) ?? new Map<string, string>();
    this.owners.set(space, names);
    const owner = names.get(name);
    if (owner === undefined) names.set(name, sharedBy ?? resource.name);
    else if (owner !== sharedBy)
      this.outcomes.push({
        status: "fail",
        property,
        subject: this.subject(resource),
        found: `${name}, a name of ${owner}`,
        wanted: "a name that nothing else has",
      });
  }

  subject(resource: ResourceView): Subject {
    return subjectOf(resource, this.expected.catalog);
  }
}

function namesOnNetworks(container: ResourceView, book: NameBook): void {
  const { networksAdvanced, name: ownName } = container.properties;
  if (networksAdvanced === UNKNOWN) return book.unknown("networksAdvanced", container);
  const member = book.subject(container).name;
  for (const network of listOf(networksAdvanced)) {
    if (network === UNKNOWN) book.unknown("networksAdvanced", container);
    if (!isRecord(network)) continue;
    const { name, aliases } = network;
    if (name === UNKNOWN || aliases === UNKNOWN) {
      book.unknown("networksAdvanced", container);
      continue;
    }
    const space = `network ${typeof name === "string" ? name : ""}`;
    // Docker answers for the name of a container as it does for its aliases.
    if (typeof ownName === "string") book.share("networksAdvanced", container, space, ownName, member);
    for (const alias of listOf(aliases))
      book.share("networksAdvanced.aliases", container, space, alias, member);
  }
}

/** Ids are unique on a node; all agents stand on one, so a node that is not known yet counts as that one. */
function namesInConsul(service: ResourceView, book: NameBook): void {
  const { node, serviceId, checks } = service.properties;
  const where = typeof node === "string" ? node : "";
  book.own("serviceId", service, `service ${where}`, serviceId);
  if (checks === UNKNOWN) return book.unknown("checks", service);
  for (const check of listOf(checks)) {
    if (check === UNKNOWN) book.unknown("checks", service);
    else if (isRecord(check)) book.own("checks.checkId", service, `check ${where}`, check["checkId"]);
  }
}
