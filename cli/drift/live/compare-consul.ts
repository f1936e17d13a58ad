import type { FleetPlan } from "../../../fleet/plan/types";
import { CONSUL_KEYS, CONSUL_NODE, CONSUL_SERVICE } from "../../../fleet/resource";
import type { ResourceView } from "../../../fleet/resource";
import type { Difference } from "../model";
import { unequal } from "./compare-facts";
import type { ConsulSnapshot, FoundCheck, FoundService } from "./consul-snapshot";
import { FactList } from "./facts";
import type { Facts } from "./facts";
import { goNanoseconds, spanText } from "./normalise";
import { booleanOf, mapOf, numberOf, recordOf, recordsOf, textOf, textsOf } from "./properties";
import { strangerSubject, Subjects } from "./subjects";

const NOTHING: ReadonlySet<string> = new Set();
/** Says which tool wrote a registration; the provider adds it by itself. */
const WRITER = "external-source";

/** The registrations of a declaration with what Consul has, and what nobody declared on its node. */
export function compareConsul(
  views: readonly ResourceView[],
  snapshot: ConsulSnapshot,
  plan: FleetPlan,
): Difference[] {
  const subjects = new Subjects(plan);
  const differences = views.flatMap((view) => compareView(view, snapshot, subjects));
  const declared = new Set(
    views.filter(({ type }) => type === CONSUL_SERVICE).map((view) => serviceId(view.properties)),
  );
  const strangers = snapshot.services
    .filter(({ ID }) => !declared.has(ID))
    .map((service): Difference => ({
      subject: strangerSubject(service.ID),
      resource: { type: CONSUL_SERVICE, name: service.ID, physical: service.ID },
      ...{ property: "exists", unit: null, declared: null, last: null, class: "unmanaged" },
      found: `${service.Service} at ${service.Address}:${service.Port}`,
      witnesses: ["live"],
      reason: "registered on the fleet's node, and nobody declared it",
      interrupts: false,
    }));
  return [...differences, ...strangers, ...strangeKeys(views, snapshot)];
}

/**
 * Keys below the fleet's prefix that nobody declared. Nothing in Consul says who wrote a key, so nobody but a person
 * can know whether it is ours: the value is not shown, and no fix removes it.
 */
function strangeKeys(views: readonly ResourceView[], { keys }: ConsulSnapshot): Difference[] {
  const declared = new Set(
    views
      .filter(({ type }) => type === CONSUL_KEYS)
      .flatMap(({ properties }) => recordsOf(properties, "keys").map((key) => textOf(key, "path"))),
  );
  // The folders that Consul's page makes are keys without a value.
  const isFolder = (path: string): boolean => path.endsWith("/") && keys.get(path) === "";
  return [...keys.keys()]
    .filter((path) => !declared.has(path) && !isFolder(path))
    .map((path) => ({
      subject: strangerSubject(path),
      resource: { type: CONSUL_KEYS, name: path, physical: path },
      ...{ property: "exists", unit: null, declared: null, last: null, class: "unmanaged" },
      found: "(a key)",
      witnesses: ["live"],
      reason: `below the keys of the fleet, and nobody declared it; if it is not needed: consul kv delete ${path}`,
      interrupts: false,
    }));
}

function serviceId(properties: ResourceView["properties"]): string {
  return textOf(properties, "serviceId") || textOf(properties, "name");
}

function compareView(view: ResourceView, snapshot: ConsulSnapshot, subjects: Subjects): Difference[] {
  const { properties, type, name } = view;
  const difference = (
    physical: string | null,
    values: Pick<Difference, "property" | "declared" | "found" | "reason" | "class">,
  ): Difference => ({
    subject: subjects.of(view),
    resource: { type, name, physical },
    ...{ unit: null, last: null, witnesses: ["live"], interrupts: false },
    ...values,
  });
  const compare = (physical: string | null, declared: Facts, found: Facts | null): Difference[] => {
    if (found === null) {
      const reason = "not in Consul";
      return [
        difference(null, { property: "exists", declared: true, found: null, reason, class: "drifted" }),
      ];
    }
    return unequal(declared, found, NOTHING).map(({ noise, property, declared: want, found: have }) => {
      const undeclared = want === null && property.startsWith("checks.");
      const reason = noise
        ? "the same, written in another way"
        : undeclared
          ? "a check that nobody declared"
          : "not as declared";
      return difference(physical, {
        ...{ property, declared: want, found: have, reason },
        class: noise ? "noise" : undeclared ? "unmanaged" : "drifted",
      });
    });
  };
  if (type === CONSUL_SERVICE) {
    const id = serviceId(properties);
    const service = snapshot.services.find(({ ID }) => ID === id);
    const checks = snapshot.checks.filter(({ ServiceID }) => ServiceID === id);
    return compare(
      id,
      declaredService(properties),
      service === undefined ? null : foundService(service, checks),
    );
  }
  if (type === CONSUL_NODE) {
    const list = new FactList();
    list.set("address", snapshot.node?.Address);
    list.setAll("meta", snapshot.node?.Meta ?? {});
    return compare(
      textOf(properties, "name"),
      declaredNode(properties),
      snapshot.node === null ? null : list.facts,
    );
  }
  if (type !== CONSUL_KEYS) return [];
  return recordsOf(properties, "keys").flatMap((key) => {
    const [path, declared] = [textOf(key, "path"), textOf(key, "value")];
    const found = snapshot.keys.get(path) ?? null;
    if (found === declared) return [];
    const reason = found === null ? "the key is gone" : "not as declared";
    // What somebody else wrote may be a secret.
    const shown = found === null ? null : "(another value)";
    return [difference(path, { property: `keys.${path}`, declared, found: shown, reason, class: "drifted" })];
  });
}

export function declaredNode(properties: ResourceView["properties"]): Facts {
  const list = new FactList();
  list.set("address", textOf(properties, "address"));
  list.setAll("meta", mapOf(properties, "meta"));
  return list.facts;
}

export function declaredService(properties: ResourceView["properties"]): Facts {
  const list = new FactList();
  list.set("name", textOf(properties, "name"));
  list.set("address", textOf(properties, "address"));
  list.set("port", numberOf(properties, "port"));
  setTags(list, textsOf(properties, "tags"));
  const weights = recordOf(properties, "weights");
  list.set("weights.passing", numberOf(weights, "passing") || 1);
  list.set("weights.warning", numberOf(weights, "warning") || 1);
  const meta = Object.entries(mapOf(properties, "meta")).filter(([key]) => key !== WRITER);
  list.setAll("meta", Object.fromEntries(meta));
  for (const check of recordsOf(properties, "checks")) {
    setCheck(list, {
      id: textOf(check, "checkId"),
      name: textOf(check, "name"),
      http: textOf(check, "http"),
      tcp: textOf(check, "tcp"),
      method: textOf(check, "method"),
      interval: textOf(check, "interval"),
      timeout: textOf(check, "timeout"),
      tlsSkipVerify: booleanOf(check, "tlsSkipVerify"),
      deregisterCriticalServiceAfter: textOf(check, "deregisterCriticalServiceAfter"),
    });
  }
  return list.facts;
}

function foundService(service: FoundService, checks: readonly FoundCheck[]): Facts {
  const list = new FactList();
  list.set("name", service.Service);
  list.set("address", service.Address);
  list.set("port", service.Port);
  setTags(list, service.Tags ?? []);
  list.set("weights.passing", service.Weights?.Passing ?? 1);
  list.set("weights.warning", service.Weights?.Warning ?? 1);
  const meta = Object.entries(service.Meta ?? {}).filter(([key]) => key !== WRITER);
  list.setAll("meta", Object.fromEntries(meta));
  for (const { CheckID, Name, Definition = {} } of checks) {
    setCheck(list, {
      id: CheckID,
      name: Name,
      http: Definition.HTTP ?? "",
      tcp: Definition.TCP ?? "",
      method: Definition.Method ?? "",
      interval: Definition.Interval ?? "",
      timeout: Definition.Timeout ?? "",
      tlsSkipVerify: Definition.TLSSkipVerify ?? false,
      deregisterCriticalServiceAfter: Definition.DeregisterCriticalServiceAfter ?? "",
    });
  }
  return list.facts;
}

interface Check {
  readonly id: string;
  readonly name: string;
  readonly http: string;
  readonly tcp: string;
  readonly method: string;
  readonly interval: string;
  readonly timeout: string;
  readonly tlsSkipVerify: boolean;
  readonly deregisterCriticalServiceAfter: string;
}

/** Their order says nothing. */
function setTags(list: FactList, tags: readonly string[]): void {
  list.set("tags", [...tags].sort(), { spelled: tags });
}

function setCheck(
  list: FactList,
  { id, name, interval, timeout, deregisterCriticalServiceAfter, ...rest }: Check,
): void {
  const first = `checks.${id}`;
  list.set(`${first}.name`, name);
  for (const [key, value] of Object.entries(rest)) list.set(`${first}.${key}`, value);
  for (const [key, span] of Object.entries({ interval, timeout, deregisterCriticalServiceAfter }))
    list.set(`${first}.${key}`, spanText(goNanoseconds(span)));
}
