import type { ServicePlan } from "../../plan/types";
import { CONTAINER_DNS, portOf } from "./common";
import { hostAndPort, section } from "./text";

/** The resolver that knows agents by the service they are registered under. */
export const REGISTRY_DNS = "registry";

/**
 * The registry's DNS, asked over TCP through a listener of HAProxy's own.
 *
 * HAProxy looks the address of a nameserver up once, when it starts: a registry that comes back under another address
 * would leave it blind until somebody reloads it. The address of a server it looks up again and again. So the
 * nameserver is HAProxy itself, on loopback, and the registry is a server behind it.
 *
 * @param loopbackPort a port that nothing else in the container uses
 */
export function registryDns(registry: ServicePlan, loopbackPort: number): string[] {
  const [host = registry.name] = registry.containerNames;
  return [
    section(`resolvers ${REGISTRY_DNS}`, [
      `nameserver loopback tcp@127.0.0.1:${loopbackPort}`,
      // The SRV records of a pool of some dozens of agents are several kilobytes.
      "accepted_payload_size 8192",
      "resolve_retries 3",
      "timeout resolve 1s",
      "timeout retry 1s",
      "hold valid 1s",
      "hold nx 1s",
      "hold obsolete 0s",
      // A registry that is away takes nobody out: the router's own checks go on.
      "hold timeout 24h",
      "hold refused 24h",
      "hold other 24h",
    ]),
    section("listen registry-dns", [
      `bind 127.0.0.1:${loopbackPort}`,
      "mode tcp",
      "option tcpka",
      "timeout connect 2s",
      "timeout client 1m",
      "timeout server 1m",
      `server registry ${hostAndPort(host, portOf(registry, "dns"))} resolvers ${CONTAINER_DNS} init-addr none`,
    ]),
  ];
}
