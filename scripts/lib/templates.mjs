// What `fleet init` writes is made from this project's own catalog, so that a new fleet starts with what is
// known to work: fewer services, and a machine of the size that most people have.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

const TEMPLATES = "templates/fleet";
const SERVICES = ["consul", "consul-access", "consul-esm", "prometheus", "cadvisor"];
const SCHEMA_OF_OURS = /\$schema=\.\/(?:schemas\/)?/;
const SCHEMA_OF_THEIRS = "$schema=../node_modules/sutazai-fleet/dist/schemas/";

/** The generated files of the template by their path. Fails when what is to be replaced isn't there any more. */
export function templates() {
  return new Map([
    [`${TEMPLATES}/catalog/profiles.yaml`, profiles()],
    [`${TEMPLATES}/catalog/services.yaml`, services()],
    [`${TEMPLATES}/stacks/tiers.yaml`, tiers()],
  ]);
}

function profiles() {
  return replaced("catalog/profiles.yaml", [
    [/^# The machine: .*$/m, "# What the machine may give to all of this."],
    [/^host: .*$/m, "host: { memory: 8GiB, cpu: 4 }"],
    [/ # agents were measured at 35 to 80 MiB/, ""],
    [/ # the most that was measured/, " # what it is likely to use; measure yours"],
    [/ # agents were measured at .* of a core/, ""],
    [/maxLength: 10000/, "maxLength: 1000"],
  ]);
}

function services() {
  const text = replaced("catalog/services.yaml", [
    [/^# The services around the agents\..*$/m, "# The services around the agents."],
  ]);
  const [head, ...entries] = text.split(/^(?= {2}[a-z][a-z0-9-]*:$)/m);
  const wanted = entries.filter((entry) => SERVICES.some((name) => entry.startsWith(`  ${name}:\n`)));
  if (wanted.length !== SERVICES.length) throw new Error("a service of the template is not in the catalog");
  return head + wanted.join("");
}

function tiers() {
  return replaced("stacks/tiers.yaml", [
    // A new fleet has agents of its own, whose image may not be there yet.
    [
      /^ {4}# All of the fleet, as elsewhere\.[^]*? {4}stacks: \[local, local-\*\]$/m,
      [
        "    stacks: [local, local-*]",
        "    # The agents of this tier are stubs that take no tasks: they need to be found and watched, nothing else. Without",
        "    # these two lines it runs what the others run.",
        "    agentImage: local-stub",
        "    services: [consul, prometheus]",
      ].join("\n"),
    ],
    [/ {4}budgets: .*$/gm, "    budgets: { agentMemory: 4GiB, agentCpu: 2, hostMemory: 8GiB, hostCpu: 4 }"],
    [/ {4}replicas: .*$/gm, "    replicas: {}"],
    [/ {4}# Docker makes no container.*\n {4}limits: .*\n/, ""],
    [
      /^ {2}prod:$/m,
      "  # Its stack is the file Pulumi.prod.yaml, which is yours to add once `fleet images lock` has locked the digests.\n  prod:",
    ],
  ]);
}

function replaced(file, replacements) {
  let text = readFileSync(join(root, file), "utf8");
  for (const [from, to] of [[SCHEMA_OF_OURS, SCHEMA_OF_THEIRS], ...replacements]) {
    if (text.search(from) < 0)
      throw new Error(`${file} has nothing like ${from}, which the template replaces`);
    text = text.replace(from, to);
  }
  return text;
}
