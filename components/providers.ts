import * as consul from "@pulumi/consul";
import * as docker from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";

/**
 * The providers of a fleet, from the configuration of the stack:
 * `dockerHost`, such as `unix:///var/run/docker.sock` (default: what `DOCKER_HOST` or Docker itself says), and
 * `consulAddress`, such as `127.0.0.1:8500` (default: what `CONSUL_HTTP_ADDR` or Consul itself says), with
 * `consulToken`, a secret, where Consul asks for one.
 */
export function providersOf(config: pulumi.Config): pulumi.ProviderResource[] {
  const host = config.get("dockerHost");
  const address = config.get("consulAddress");
  const token = config.getSecret("consulToken");
  return [
    new docker.Provider("docker", host === undefined ? {} : { host }),
    new consul.Provider("consul", {
      ...(address === undefined ? {} : { address }),
      ...(token === undefined ? {} : { token }),
    }),
  ];
}
