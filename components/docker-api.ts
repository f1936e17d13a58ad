import { request } from "node:http";
import type { RequestOptions } from "node:http";
import * as pulumi from "@pulumi/pulumi";
import { hasStartInterval } from "../fleet/docker-api";
import type { Healthcheck } from "./docker/container-base";

/** A version of Docker's API, such as `1.44`; undefined and null where nobody knows. */
export type DockerApi = pulumi.Input<string | null | undefined>;

/** Where the provider looks when nobody says. */
const DEFAULT_HOST = "unix:///var/run/docker.sock";
/** An engine that runs answers in milliseconds. */
const ANSWERS_WITHIN = 5_000;

/**
 * Container arguments without what the Docker Engine would refuse: one older than 25 knows no `startInterval`, and
 * where that is sent nevertheless, the provider makes no container at all.
 */
export function knownTo<Args extends { readonly healthcheck: Healthcheck }>(
  api: DockerApi,
  args: Args,
): Omit<Args, "healthcheck"> & { readonly healthcheck: pulumi.Input<Healthcheck> } {
  const { startInterval, ...always } = args.healthcheck;
  if (startInterval === undefined) return args;
  const fitting = (known: string | null | undefined): Healthcheck =>
    hasStartInterval(known) ? args.healthcheck : always;
  // A plain value stays one: an output for each container costs time.
  const plain = api === undefined || api === null || typeof api === "string";
  return { ...args, healthcheck: plain ? fitting(api) : pulumi.output(api).apply(fitting) };
}

/**
 * The API of the Docker Engine that `dockerHost` of the stack's configuration, `DOCKER_HOST` or Docker's default
 * names. Null when it does not answer, or only through SSH or TLS: `dockerApi` of the configuration says it there.
 */
export function dockerApiOf(config: pulumi.Config): Promise<string | null> {
  const said = config.get("dockerApi");
  if (said !== undefined) return Promise.resolve(said);
  return askDockerApi(config.get("dockerHost") ?? process.env["DOCKER_HOST"] ?? "");
}

async function askDockerApi(host: string): Promise<string | null> {
  const at = addressOf(host === "" ? DEFAULT_HOST : host);
  if (at === null) return null;
  return new Promise((resolve) => {
    const nobody = () => {
      resolve(null);
    };
    const asked = request({ ...at, path: "/_ping", agent: false, timeout: ANSWERS_WITHIN }, (response) => {
      const version = response.headers["api-version"];
      response.resume();
      resolve(typeof version === "string" ? version : null);
    });
    asked
      .once("error", nobody)
      .once("timeout", () => asked.destroy())
      .once("close", nobody)
      .end();
  });
}

function addressOf(host: string): RequestOptions | null {
  const socketPath = /^(?:unix|npipe):\/\/(.+)$/.exec(host)?.[1];
  if (socketPath !== undefined) return { socketPath };
  const isTls = (process.env["DOCKER_TLS_VERIFY"] ?? "") !== "";
  if (isTls || !/^(?:tcp|http):\/\//.test(host)) return null;
  const { hostname, port } = new URL(host);
  return { hostname, port };
}
