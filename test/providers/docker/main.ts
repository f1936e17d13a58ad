import { version } from "@pulumi/docker/package.json";
import { dockerClient, dockerHost } from "../../../cli/engine/docker-client";
import { serve } from "../protocol/serve";
import { CONTAINER } from "./container";
import { NETWORK } from "./network";
import { VOLUME } from "./volume";

serve({
  name: "docker",
  version,
  types: [CONTAINER, NETWORK, VOLUME],
  connect: ({ host }) => dockerClient(typeof host === "string" && host !== "" ? host : dockerHost()),
});
