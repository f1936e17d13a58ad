import type { FleetPlan } from "../../../fleet/plan/types";
import { CONSUL_KEYS, CONSUL_NODE, CONSUL_SERVICE } from "../../../fleet/resource";
import type { ResourceView } from "../../../fleet/resource";
import type { ConsulSnapshot } from "../live/consul-snapshot";
import { booleanOf, mapOf, numberOf, recordOf, recordsOf, textOf, textsOf } from "../live/properties";
import type { Difference } from "../model";
import type { Action } from "./action";

type Bare = Omit<Action, "withheld" | "target">;

/** What has to be written to Consul for one declared resource. */
export function consulActions(
  view: ResourceView,
  differences: readonly Difference[],
  snapshot: ConsulSnapshot,
  { naming }: FleetPlan,
): Bare[] {
  const [first] = differences;
  if (first === undefined) return [];
  const { subject } = first;
  const Node = naming.consulNode;
  if (view.type === CONSUL_KEYS) {
    const paths = new Set(differences.map(({ property }) => property.replace(/^keys\./, "")));
    return recordsOf(view.properties, "keys")
      .filter((key) => paths.has(textOf(key, "path")))
      .map((key): Bare => {
        const [path, value] = [textOf(key, "path"), textOf(key, "value")];
        const does = `key ${path} is written again`;
        return { subject, does, step: { do: "put-key", path, value }, interrupts: false };
      });
  }
  if (view.type === CONSUL_NODE) {
    const step = { do: "register", body: nodeBody(view) } as const;
    return [{ subject, does: `node ${Node} is registered again`, step, interrupts: false }];
  }
  if (view.type !== CONSUL_SERVICE) return [];
  const id = textOf(view.properties, "serviceId");
  const strayChecks = differences.filter(
    ({ declared, property }) => declared === null && property.startsWith("checks."),
  );
  const declared = new Set(recordsOf(view.properties, "checks").map((check) => textOf(check, "checkId")));
  const stray = snapshot.checks.filter(
    ({ CheckID, ServiceID }) => ServiceID === id && !declared.has(CheckID),
  );
  const removed = strayChecks.length === 0 ? [] : stray;
  return [
    ...removed.map(({ CheckID }): Bare => ({
      subject,
      does: `check ${CheckID} that nobody declared is taken out of Consul`,
      step: { do: "deregister", body: { Node, CheckID } },
      interrupts: false,
    })),
    {
      subject,
      does: "is registered again in Consul as declared, with the health it has",
      step: { do: "register", body: serviceBody(view, snapshot, Node) },
      interrupts: false,
    },
  ];
}

/** A registration that nobody declared: it is shown whole, so that it can be made again. */
export function deregister(difference: Difference, { naming }: FleetPlan): Bare {
  const { subject, resource, found } = difference;
  return {
    subject,
    does: `is taken out of Consul (${JSON.stringify(found)}): what it names is not touched`,
    step: { do: "deregister", body: { Node: naming.consulNode, ServiceID: resource.physical } },
    interrupts: false,
  };
}

function nodeBody({ properties }: ResourceView): object {
  return {
    Node: textOf(properties, "name"),
    Address: textOf(properties, "address"),
    NodeMeta: mapOf(properties, "meta"),
  };
}

function serviceBody({ properties }: ResourceView, snapshot: ConsulSnapshot, node: string): object {
  const id = textOf(properties, "serviceId");
  const weights = recordOf(properties, "weights");
  return {
    Node: node,
    SkipNodeUpdate: true,
    Service: {
      ID: id,
      Service: textOf(properties, "name"),
      Address: textOf(properties, "address"),
      Port: numberOf(properties, "port"),
      Tags: textsOf(properties, "tags"),
      Meta: mapOf(properties, "meta"),
      Weights: { Passing: numberOf(weights, "passing") || 1, Warning: numberOf(weights, "warning") || 1 },
    },
    Checks: recordsOf(properties, "checks").map((check) => {
      const CheckID = textOf(check, "checkId");
      const known = snapshot.checks.find((one) => one.CheckID === CheckID && one.ServiceID === id);
      return {
        Node: node,
        CheckID,
        ServiceID: id,
        Name: textOf(check, "name"),
        // Whoever probes it will say; until then it is what it was.
        Status: known?.Status ?? textOf(check, "status"),
        Definition: {
          ...(textOf(check, "http") === "" ? { TCP: textOf(check, "tcp") } : { HTTP: textOf(check, "http") }),
          Method: textOf(check, "method"),
          Interval: textOf(check, "interval"),
          Timeout: textOf(check, "timeout"),
          TLSSkipVerify: booleanOf(check, "tlsSkipVerify"),
          DeregisterCriticalServiceAfter: textOf(check, "deregisterCriticalServiceAfter"),
        },
      };
    }),
  };
}
