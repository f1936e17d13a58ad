import { version } from "@pulumi/consul/package.json";
import { serve } from "../protocol/serve";
import { consulClient } from "./client";
import { CONFIG_ENTRY } from "./config-entry";
import { KEYS } from "./keys";
import { NODE } from "./node";
import { SERVICE } from "./service";

serve({
  name: "consul",
  version,
  types: [NODE, SERVICE, KEYS, CONFIG_ENTRY],
  connect: (config) => consulClient(config),
});
