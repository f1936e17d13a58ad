import type { ProblemCode } from "../../fleet/problem";

/** What there is to say of a problem beyond the line it was found in. */
export interface ProblemPage {
  readonly title: string;
  /** What it means and why it is refused. */
  readonly meaning: string;
  /** What is wrong, as it is written. */
  readonly example: string;
  readonly fix: string;
}

export const PROBLEM_PAGES: Readonly<Record<ProblemCode, ProblemPage>> = {
  "file-missing": {
    title: "A file is missing",
    meaning:
      "The catalog and the tiers are read from fixed files below the folder of the fleet; one of them is not there.",
    example: "rm catalog/profiles.yaml",
    fix: "Take the file back from version control. When you are in another folder, go to that of the fleet or name it with --dir.",
  },
  "file-unreadable": {
    title: "A file can't be read",
    meaning:
      "The file is there, but the system refuses to hand it out: mostly its permissions forbid it, or it is a link to itself.",
    example: "chmod 000 catalog/agents.yaml",
    fix: "Give the user that runs the command the right to read it (chmod u+r), or run the command as its owner.",
  },
  "file-not-regular": {
    title: "Something else stands where a file has to be",
    meaning:
      "A directory, a named pipe, a socket or a device has the name of a file. Pipes are refused and not read, because reading one may never end.",
    example: "mkdir catalog/agents.yaml",
    fix: "Move it away and put the file in its place.",
  },
  "file-changed": {
    title: "A file was changed meanwhile",
    meaning:
      "A patch is made for the text that was read. When the file has another text at the moment of writing, somebody else wrote it, and nothing is overwritten.",
    example: "fleet drift --fix adopt --write, while an editor saves catalog/agents.yaml",
    fix: "Run the command again: it reads the new text.",
  },
  "file-outside": {
    title: "A link leaves the project",
    meaning:
      "The file is a link to something outside of the folder of the fleet. A plan made from it could not be reviewed, because its changes are in no history of the project. Links inside of the project are fine.",
    example: "ln -s /etc/agents.yaml catalog/agents.yaml",
    fix: "Replace the link by a copy of the file.",
  },
  "file-too-large": {
    title: "A file is too large",
    meaning:
      "No catalog takes more than 32 MiB: 69,000 agents take 9 MB. What is larger is something else, and reading it would only take long.",
    example: "a database dump saved as catalog/agents.yaml",
    fix: "Take the file back from version control, or remove what does not belong there.",
  },
  "file-empty": {
    title: "A file is empty",
    meaning:
      "There is nothing in the file but spaces. An empty catalog would mean to remove the whole fleet, so it is never taken as meant.",
    example: "> catalog/agents.yaml",
    fix: "Fill the file, or take it back from version control.",
  },
  "file-not-utf8": {
    title: "A file is not UTF-8",
    meaning:
      "Text is read as UTF-8 and nothing else, so that it means the same on every machine. A byte order mark at the start is skipped.",
    example: "role: caf\\xe9   # saved as Latin-1",
    fix: "Save the file as UTF-8, for example with iconv -f LATIN1 -t UTF-8.",
  },
  "control-character": {
    title: "A control character in the text",
    meaning:
      "YAML allows no character below a space but tab and line ends. A NUL byte mostly says that the file is binary, or that the disk was full when it was saved.",
    example: "owner: plat\\u0000form",
    fix: "Delete the character, or take the file back from version control.",
  },
  "yaml-syntax": {
    title: "The file is not YAML",
    meaning:
      "The parser could not make sense of the line. Until it can, nothing else in this file is looked at; other files are.",
    example: "- name: billing\n\trole: invoices   # a tab in front",
    fix: "Correct the line that is shown, or look at the one above it: what was opened there and never closed is only noticed later. Indent with spaces.",
  },
  "yaml-documents": {
    title: "Several documents in one file",
    meaning:
      "A line of --- begins a second YAML document. Only the first would be read and the rest silently lost, so it is refused.",
    example: "version: 1\n---\nversion: 1",
    fix: "Remove the line ---, or move what follows into the file it belongs to.",
  },
  "yaml-alias": {
    title: "Anchors and aliases are not read",
    meaning:
      "Every value has to stand where its line says, so that a finding leads to the line to change; an alias would lead to another one. And a few nested aliases multiply into gigabytes. So anchors (&name) and aliases (*name) are refused as a whole.",
    example: "owner: &team platform\n...\nowner: *team",
    fix: "Write the value where it is used. What many agents share belongs under `defaults` or into their group.",
  },
  "yaml-merge": {
    title: "Merge keys are not read",
    meaning:
      "The key << would take over keys from elsewhere, and every value has to stand where its line says. YAML 1.2 has no merge keys any more.",
    example: "<<: *base",
    fix: "Write the keys out. What many agents share belongs under `defaults` or into their group.",
  },
  "yaml-tag": {
    title: "Tags are not read",
    meaning:
      "A tag such as !env asks for a program that makes a value of it. Nothing in the catalog is a program.",
    example: "owner: !env TEAM",
    fix: "Remove the tag, and write the value itself.",
  },
  "yaml-key": {
    title: "A key is not a text",
    meaning:
      "Keys are names. A list, a mapping or nothing at all in the place of a key is mostly a bracket without quotes.",
    example: "{pool: hot}: agents",
    fix: "Write `key: value`, and put a text in quotes that begins with { or [ or ?.",
  },
  "yaml-too-deep": {
    title: "Values are nested too deeply",
    meaning:
      "A catalog is six levels deep. A file with more than 64 is no catalog, and could use up the memory of whoever reads it.",
    example: "[[[[[[[[ ... ]]]]]]]]",
    fix: "Remove the nesting.",
  },
  "duplicate-key": {
    title: "A key stands twice",
    meaning:
      "The same key stands twice in one mapping. Which of the two counts is not the same in every program, so neither does.",
    example: "- name: billing\n  pool: hot\n  pool: cold",
    fix: "Remove one of the two.",
  },
  "unknown-key": {
    title: "A key is not known",
    meaning:
      "Nothing reads this key, so what it says would have no effect. Mostly it is misspelt or indented too little.",
    example: "- name: billing\n  rolle: invoices",
    fix: "Write the key that was meant: the message lists those that are known here.",
  },
  "missing-key": {
    title: "A key is missing",
    meaning: "An entry has to say this, and no default can stand in for it.",
    example: "- name: billing   # no role, no group",
    fix: "Add the key; the message says what its value has to be.",
  },
  "wrong-type": {
    title: "A value is of the wrong kind",
    meaning: "There is a list where a text has to be, a text where a number has to be, or nothing at all.",
    example: "group: [safety]",
    fix: "Write what the message wants. A number that is meant as text needs quotes.",
  },
  "wrong-value": {
    title: "A value is not allowed",
    meaning: "The value is of the right kind, but none of those that are allowed, or outside of their range.",
    example: "pool: hott",
    fix: "Write one of the values that the message lists, or one within the range.",
  },
  "wrong-unit": {
    title: "A unit is missing or wrong",
    meaning:
      "Amounts carry their unit. Memory is MiB or GiB only: Docker reads 128M as 2^20 and Kubernetes as 10^6 bytes, so MB and M are refused. CPU is cores (0.1) or thousandths of one (100m). Durations are ms, s, m, h or d.",
    example: "memory: 128 MB\ncpu: 0.1.2\ninterval: 15",
    fix: "Write the amount with its unit: 128MiB, 100m, 15s.",
  },
  "duplicate-name": {
    title: "A name stands twice",
    meaning:
      "Containers, registrations and findings are found by name, so agents and services share one list of names.",
    example: "- name: billing\n...\n- name: billing",
    fix: "Rename or remove one of the two.",
  },
  "duplicate-port": {
    title: "A port stands twice",
    meaning: "Two agents claim the same host port.",
    example: "port: 11000\n...\nport: 11000",
    fix: "Remove the port: nobody needs one, agents are found through Consul. Or choose another.",
  },
  "pool-size": {
    title: "A pool does not add up",
    meaning:
      "The size that `pools` says is the check that no agent was lost or moved by mistake: it has to be the number of agents in the pool.",
    example: "pools:\n  hot: { agents: 21, criticality: high }   # 20 agents are hot",
    fix: "Set the size to the number of agents, or move agents between pools.",
  },
  "unknown-group": {
    title: "A group does not exist",
    meaning: "Class and owner of an agent come from its group, and no group has this name.",
    example: "group: safty",
    fix: "Write the group that was meant, or declare it under `groups`.",
  },
  "unknown-image": {
    title: "An image is not declared",
    meaning:
      "Agents name their image by its short name under `images`, where its reference, runtime, user and port stand.",
    example: "image: reference-agnet",
    fix: "Write the image that was meant, or declare it under `images`.",
  },
  "unknown-runtime": {
    title: "A runtime is not known",
    meaning:
      "The health check of an image is run by a program that the image has: profiles.yaml says for each runtime which.",
    example: "runtime: nodejs",
    fix: "Write a runtime that is known, or declare it under `runtimes` in catalog/profiles.yaml.",
  },
  "unknown-service": {
    title: "A service does not exist",
    meaning: "A tier speaks of a service that catalog/services.yaml does not have.",
    example: "replicas: { olama: 2 }",
    fix: "Write the service that was meant, or remove the entry.",
  },
  "unknown-dependency": {
    title: "A dependency does not exist",
    meaning:
      "dependsOn names what has to be up first: agents and services for an agent, services for a service. Nothing has this name.",
    example: "dependsOn: [consul, rabitmq]",
    fix: "Write the name that was meant, or remove it.",
  },
  "dependency-cycle": {
    title: "Dependencies go round in a circle",
    meaning:
      "Each of them waits for the next, so none of them can ever start. Every circle is printed as the path that leads back to its start.",
    example: "a: dependsOn: [b]\nb: dependsOn: [a]",
    fix: "Remove one of the dependencies on the path: the one that can do its first work without the other.",
  },
  "unknown-rule": {
    title: "A rule does not exist",
    meaning: "An override or a filter names a rule that there is not, so it would do nothing.",
    example: "overrides:\n  - { rule: image-lockd, level: advisory, reason: ... }",
    fix: "Write the rule that was meant: fleet explain lists them.",
  },
  "wrong-day": {
    title: "A day that the calendar doesn't have",
    meaning:
      "Days are written as year, month and day, and have to exist. An exemption also has to end after it begins.",
    example: "expires: 2026-02-30",
    fix: "Write a day that exists, and for `expires` one that is not before `created`.",
  },
  "day-given": {
    title: "Another day than today",
    meaning:
      "SUTAZAI_FLEET_TODAY asks what would be on another day. With it an exemption that has ended would count again, so `fleet up` refuses it in the tiers staging and prod. Nothing was done.",
    example: "SUTAZAI_FLEET_TODAY=2026-01-31 fleet up --stack prod",
    fix: "Unset the variable. To ask what would be on that day, use fleet check or fleet preview.",
  },
  "exemption-nobody": {
    title: "An exemption that exempts nobody",
    meaning:
      "An exemption names the agents, the services or both that it is for. Without any of them nobody knows what was approved.",
    example: "- rule: container-init\n  tiers: [dev]",
    fix: "Add agents or services with the names it is for.",
  },
  "exemption-forbidden": {
    title: "A rule from which nobody is exempt",
    meaning:
      "Some rules have no exceptions: those that keep the host and its secrets safe, those without which it would not be the fleet that was declared, and those about exemptions themselves.",
    example: "- rule: container-no-docker-socket\n  agents: [autogpt]",
    fix: "Keep the rule: `fleet explain RULE` says how. Then remove the exemption.",
  },
  "exemption-too-wide": {
    title: "An exemption for everybody in prod",
    meaning:
      "A pattern of nothing but * also exempts every agent that somebody adds later. In prod nobody can have approved that.",
    example: 'agents: ["*"]\n  tiers: [prod]',
    fix: "Name the agents that need it, or a pattern that says what they have in common.",
  },
  "exemption-too-long": {
    title: "An exemption that counts for too long",
    meaning:
      "Each tier says in `exemptions.longest` of stacks/tiers.yaml how long an exemption may count, from `created` to `expires`. The strictest of its tiers decides.",
    example: "tiers: [prod]\n  created: 2026-01-01\n  expires: 2027-01-01",
    fix: "Let it end earlier and decide again then, or give the stricter tier an entry of its own.",
  },
  "exemption-approver": {
    title: "An exemption that was approved by its owner",
    meaning: "Whoever asks for an exception may not be who grants it: two have to agree.",
    example: "owner: platform\n  approver: platform",
    fix: "Name as approver whoever reviewed it.",
  },
  "exemption-cap": {
    title: "A cap that can't be held against anything",
    meaning:
      "A cap says up to which amount an exemption counts. It is written in the unit of its rule, and only rules that find an amount of memory or CPU have one.",
    example: "- rule: container-init\n  cap: 2GiB",
    fix: "Write the amount in the rule's unit (2GiB for memory; 1.5 or 1500m for CPU), or remove the cap.",
  },
  "baseline-exists": {
    title: "The stack has a baseline already",
    meaning:
      "A baseline takes in what is found on the day it is written, once. From then on it may only shrink: a second one would let through whatever came in between.",
    example: "fleet baseline write --stack staging   # for the second time",
    fix: "Take out what is mended with `fleet baseline update`. What is new is to be mended, or exempted for a time in catalog/exemptions.yaml.",
  },
  "baseline-missing": {
    title: "The stack has no baseline",
    meaning: "There is nothing to take out of: catalog/baseline.yaml has no entry for this stack.",
    example: "fleet baseline update --stack staging   # before the first write",
    fix: "Write one with `fleet baseline write`, if the stack needs one at all.",
  },
  "unknown-commit": {
    title: "The commit to compare with is not here",
    meaning: "fleet diff plans the base from this repository's own objects, and fetches nothing.",
    example: "fleet diff --stack dev --base mian",
    fix: "Name a commit, branch or tag that git knows; in CI, fetch it first: a shallow clone has only the newest commit.",
  },
  "unknown-agent": {
    title: "An agent does not exist",
    meaning: "A filter names an agent that there is not: the answer would look clean and say nothing.",
    example: "fleet check --stack dev --agent biling",
    fix: "Write the name that was meant, with * for any letters.",
  },
  "unknown-target": {
    title: "Nothing in the stack has this name",
    meaning:
      "fleet port-forward leads to a service, an agent or a container of the stack, and there is none of this name.",
    example: "fleet port-forward grafna --stack local",
    fix: "Write the name that was meant.",
  },
  "unknown-secret": {
    title: "The stack has no secret of this name",
    meaning:
      "fleet secrets knows the secrets that the services of a stack need, and this is none of them, or none is kept on this machine.",
    example: "fleet secrets show grafanaPassword --stack local",
    fix: "Look at the names with fleet secrets --stack local, or bring the stack up first: that makes them.",
  },
  "unknown-code": {
    title: "There is nothing to explain under this name",
    meaning: "fleet explain knows the codes of problems and the ids of rules.",
    example: "fleet explain wrong-units",
    fix: "Write what was meant: fleet explain without a name lists everything.",
  },
  "tier-weakens": {
    title: "A tier is weaker than the one before it",
    meaning:
      "Levels never weaken from dev to staging to prod: what blocks in one blocks in all that follow, or it would be found too late or never.",
    example: "staging: { enforcement: { medium: mandatory } }\nprod: { enforcement: { medium: advisory } }",
    fix: "Set the level to mandatory in the stricter tier too, or remove its override.",
  },
  "format-version": {
    title: "The file is in another version of its format",
    meaning:
      "Every file of the catalog says in which version of its format it is written. This program reads one version and never guesses at another: a key may have another meaning there.",
    example: "version: 2   # in a catalog that this program reads as version 1",
    fix: "For a newer file install a newer sutazai-fleet (npm install sutazai-fleet@latest); for an older one write it in the version that is wanted, as the changelog says.",
  },
  "compose-cycle": {
    title: "A Compose file leads back to itself",
    meaning:
      "Something in the Compose files needs itself: a service that extends a service that extends the first, files that include each other, services that depend on each other, or an alias inside of its own anchor. Compose refuses it too.",
    example: "services:\n  a: { extends: { service: b } }\n  b: { extends: { service: a } }",
    fix: "Take out one step of the circle; the problem names all of them.",
  },
  "compose-variable": {
    title: "A variable of a Compose file can't be put in",
    meaning:
      "A variable that has to be set is not, or what stands after a dollar is no variable. Variables come from the environment, from the .env file beside the Compose file, and from --env-file.",
    example: "image: agent:${TAG:?say which}   # and TAG is not set",
    fix: "Set the variable, give it a default (${TAG:-1.0}), or write $$ where a dollar is meant.",
  },
  "compose-too-large": {
    title: "A Compose file grows too large",
    meaning:
      "A few aliases that hold aliases can stand for gigabytes. No fleet takes more than 100,000 values, so what has more is refused before it is written out.",
    example: "a: &a [*b, *b, *b]   # and so on, ten times over",
    fix: "Remove aliases that hold aliases that hold aliases.",
  },
  "compose-remote": {
    title: "A Compose file includes something from a network",
    meaning:
      "Compose can include files from git repositories and registries. An import reads what stands in the repository and nothing else, so that what it says can be reviewed.",
    example: "include: [https://example.org/compose.yaml]",
    fix: "Copy the file into the repository and include the copy.",
  },
  "compose-name": {
    title: "Two services get the same name",
    meaning:
      "Names in a catalog are of lower-case letters, digits and hyphens. Two services of the Compose files have names that are the same when written so, or an included file has a service that is there already.",
    example: "services: { my_agent: {}, my-agent: {} }",
    fix: "Rename one of the two in the Compose file.",
  },
  "target-exists": {
    title: "Something stands where a file has to be written",
    meaning:
      "A command that makes files never writes over what is there: neither a file, nor a folder, nor a link that leads elsewhere.",
    example: "fleet init   # in the folder of a fleet",
    fix: "Name another folder, or move away what stands there.",
  },
  "stack-missing": {
    title: "The stack does not exist",
    meaning: "Every stack has a file stacks/Pulumi.<stack>.yaml, which names its tier.",
    example: "fleet check --stack stagign",
    fix: "Name a stack that exists, or create its file.",
  },
  "stack-tier": {
    title: "The stack names no tier",
    meaning: "Budgets and levels come from the tier that the stack's file names under config.",
    example: "config:\n  sutazai-fleet:tier: prodd",
    fix: "Set sutazai-fleet:tier under config to local, dev, staging or prod.",
  },
  "name-too-long": {
    title: "A name gets too long",
    meaning:
      "The container of an agent is called fleet-stack-agent, and that is a host name too, which ends at 63 characters.",
    example: "a name of 50 characters in the stack dev-of-a-long-branch",
    fix: "Shorten the name of the agent or of the stack.",
  },
  "image-not-found": {
    title: "A registry does not have the image",
    meaning:
      "The registry answered that it has no image with this name and tag, so there is no digest to lock. Nothing was written.",
    example: "image: hashicorp/consul:1.21.O   # the letter O",
    fix: "Correct the image or its tag in the catalog, or push the image first.",
  },
  "broker-unreachable": {
    title: "No broker answers",
    meaning:
      "`fleet queue` asks the RabbitMQ of a stack over AMQP. It could not be reached where --broker says, or in its container, or did not answer in time.",
    example: "fleet queue --stack dev --broker 127.0.0.1:5672",
    fix: "Leave --broker out: then the broker's container is found by Docker. Without Docker here, name where it listens.",
  },
  "broker-denied": {
    title: "The broker does not let us in",
    meaning:
      "The broker answers and refuses the user `operator`, its password or the virtual host of this fleet. The password is the one that `fleet up` made on this machine, unless --password-file names another.",
    example: "fleet queue --stack dev --broker 172.18.0.5:5672 --password-file old-password",
    fix: "Give the password that the stack was brought up with. A changed one counts from the broker's next start on.",
  },
  "registry-unreachable": {
    title: "A registry does not answer",
    meaning:
      "The digest of a tag is asked of the registry the image comes from. It could not be reached, did not answer in time, or its certificate is not trusted. Nothing was written, unless --partial asked for it.",
    example: "fleet images lock   # without a network",
    fix: "Check the network and the name of the registry, and run the command again. A registry on this machine without TLS is named with --insecure-registry.",
  },
  "registry-denied": {
    title: "A registry wants an account",
    meaning:
      "Digests are asked without an account. The registry lets this image be read only with one. Many registries answer the same for images that don't exist.",
    example: "reference: ghcr.io/company/private-agent:1.0.0",
    fix: "Check the name of the image. If it is right, let it be read without an account, or take it from a mirror that does.",
  },
  "registry-answer": {
    title: "A registry gives no digest",
    meaning:
      "The registry answered with something that is no digest: an error of its own, too many requests, or a token service that can't be used.",
    example: "HTTP 429   # asked too often",
    fix: "Run the command again later. When it stays, ask who runs the registry.",
  },
};
