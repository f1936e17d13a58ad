import * as consul from "@pulumi/consul";
import * as docker from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import { needsRegistryTokens, tokenName } from "../fleet/secrets/registry";
import type { FleetArgs } from "./fleet";

/**
 * The providers of a fleet, from the configuration of the stack:
 * `dockerHost`, such as `unix:///var/run/docker.sock` (default: what `DOCKER_HOST` or Docker itself says), and
 * `consulAddress`, such as `127.0.0.1:8500` (default: what `CONSUL_HTTP_ADDR` or Consul itself says), with
 * `consulToken`, a secret, where Consul asks for one.
 *
 * @param fleet registered in its own Consul, where that asks for a token and `consulToken` names no other. Left out,
 *   and wherever no token is known: what `CONSUL_HTTP_TOKEN` says
 */
export function providersOf(config: pulumi.Config, fleet?: FleetArgs): pulumi.ProviderResource[] {
  const host = config.get("dockerHost");
  const address = config.get("consulAddress");
  const token =
    config.getSecret("consulToken") ?? (fleet === undefined ? undefined : registrationToken(fleet));
  return [
    new docker.Provider("docker", host === undefined ? {} : { host }),
    new consul.Provider("consul", {
      ...(address === undefined ? {} : { address }),
      ...(token === undefined ? {} : { token }),
    }),
  ];
}

/** With what a stack is registered in its own Consul; undefined where that is open to everybody. */
function registrationToken({ plan, secrets }: FleetArgs): pulumi.Output<string> | undefined {
  if (secrets === undefined || !needsRegistryTokens(plan)) return undefined;
  return pulumi.secret(secrets).apply((known) => known[tokenName("registration")] ?? "");
}
