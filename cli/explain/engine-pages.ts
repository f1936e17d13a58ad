import type { EngineErrorCode } from "../engine/engine-error";
import type { ProblemPage } from "./pages";

/** What there is to say of what stops a run of the engine. */
export const ENGINE_PAGES: Readonly<Record<EngineErrorCode, ProblemPage>> = {
  "tool-missing": {
    title: "A tool can't be had",
    meaning:
      "A program is not on PATH, not in the cache of this user, could not be downloaded as a release, and could not be built from its Go module. The message says of each why.",
    example: "fleet up --stack local   # no pulumi, no network, no Go",
    fix: "Install the program in the version that the message wants, or Go, with which it is built once. fleet doctor shows what is there.",
  },
  "docker-unreachable": {
    title: "No Docker Engine answers",
    meaning:
      "Nothing answers where Docker is looked for: DOCKER_HOST, else the socket of this machine. It does not run, it listens elsewhere, or this user may not use its socket. Nothing was done.",
    example: "connect ENOENT /var/run/docker.sock",
    fix: "Start Docker, set DOCKER_HOST to where it listens, or let the user use it (on Linux: membership in the group docker).",
  },
  "docker-too-old": {
    title: "The Docker Engine is too old",
    meaning:
      "The fleet was measured with Docker Engine 20.10 and newer. Older ones lack parts of the API that containers are declared with. Nothing was done.",
    example: "Docker Engine 19.03.15",
    fix: "Update Docker, or set DOCKER_HOST to a newer one.",
  },
  "image-unavailable": {
    title: "An image can't be had",
    meaning:
      "An image of the plan is neither on the Docker Engine nor in a registry that it reaches, or stack local could not make its own. Every missing one is listed; nothing else was done.",
    example: "hashicorp/consul:1.21.0 for consul (no such host)",
    fix: "Let Docker pull them, load them with docker load, or leave services out with services of the tier in stacks/tiers.yaml.",
  },
  "backend-unusable": {
    title: "The place of the state can't be used",
    meaning:
      "The state folder of this user is no folder or can't be written, or PULUMI_BACKEND_URL names a backend that does not answer. Nothing was done.",
    example: "PULUMI_BACKEND_URL=file:///no/such/folder",
    fix: "Put the folder right, or set XDG_STATE_HOME to another. Correct PULUMI_BACKEND_URL, or unset it: without it the state is kept in this user's state folder.",
  },
  "consul-unreachable": {
    title: "No Consul answers",
    meaning:
      "Agents are registered in the Consul that CONSUL_HTTP_ADDR names, else in the stack's own, else in that of this machine. It does not run, or has no leader.",
    example: "CONSUL_HTTP_ADDR=127.0.0.1:8501 fleet up --stack local",
    fix: "Unset CONSUL_HTTP_ADDR to use the stack's own, which fleet up starts; or start the one that is named.",
  },
  "state-locked": {
    title: "Somebody else works on this stack",
    meaning:
      "Only one run at a time may change a stack. The message names the process, the machine and since when. The lock of a process of this machine that is gone is cleared without asking.",
    example: "process 4711 on build-2 since 2026-01-01T00:00:00Z",
    fix: "Wait until it is done. If it ran on another machine and is surely gone, remove the file that the message names.",
  },
  "secrets-damaged": {
    title: "The secrets of the stack can't be read",
    meaning:
      "The file beside the state in which the secrets of the stack are kept was cut off or changed. Nothing was done: with new secrets services would be started again.",
    example: "~/.local/state/sutazai-fleet/secrets/sutazai-prod.json: no JSON",
    fix: "Put back a copy of the file. Without one, remove it: the next run makes new secrets and brings them to everybody who needs them.",
  },
  "state-damaged": {
    title: "The state of the stack can't be read",
    meaning:
      "The file in which the engine keeps what it made is cut off or was changed. Working without it would make everything a second time.",
    example: "a full disk, or a copy that was stopped half-way",
    fix: "Put back the copy that the engine keeps beside it, with the command that the message prints, then run fleet up --refresh.",
  },
  "state-unsaved": {
    title: "What an earlier first run made can't be cleared from here",
    meaning:
      "The first up of a stack writes the state when it ends (docs/adr/0007). One was killed before that; beside the state stands a note of what it was about to make, and on which Docker Engine. This run would work on another one, from which nothing there can be seen. Nothing was done.",
    example: "it worked on the Docker Engine unix:///var/run/docker.sock of build-2",
    fix: "Run fleet destroy with the DOCKER_HOST, or on the machine, that the message names. When nothing is left there, remove the note that it names.",
  },
  "confirmation-needed": {
    title: "There is nobody to ask",
    meaning:
      "up and destroy ask before they change anything. There is no terminal, as in CI, so nobody could answer.",
    example: "fleet up --stack dev < /dev/null",
    fix: "Run it again with --yes.",
  },
  "preview-needed": {
    title: "This stack is not changed without a preview",
    meaning:
      "--skip-preview saves the time of a preview in the tiers local and dev. In staging and prod only a preview can stop a run before it changes anything when a mandatory rule could not be evaluated. Nothing was done.",
    example: "fleet up --stack prod --skip-preview",
    fix: "Run it without --skip-preview.",
  },
  "policy-violated": {
    title: "The engine's policies block the run",
    meaning:
      "The pack in the engine found what the check before it was not shown: a value that was not known, or a resource that was changed on the way.",
    example: "container-not-root on an agent that a transformation changed",
    fix: "Do what each finding says. Nothing was touched.",
  },
  "not-evaluated": {
    title: "A mandatory rule could not be evaluated",
    meaning:
      "A value that the rule needs is only known after the change. In staging and prod that blocks, because not looked at is not the same as fine.",
    example: "memory: an output of another resource",
    fix: "Make the value known before the run. Nothing was touched.",
  },
  "disk-full": {
    title: "The disk is full",
    meaning:
      "Docker, or the place of the state, has no room left. What was made until then stands in the state, and nothing of it is lost.",
    example: "write /var/lib/docker/...: no space left on device",
    fix: "Make room (docker system df shows what Docker uses), and run the same command again: it goes on from there.",
  },
  "too-few-cores": {
    title: "A container may use more cores than Docker has",
    meaning:
      "Docker makes no container whose limit is above its own cores. `fleet doctor` and `fleet up` compare the largest limit of a stack with them before anything is begun.",
    example: "Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available",
    fix: "Give Docker more cores, or the service fewer: limits of the tier in stacks/tiers.yaml, such as limits: { ollama: { cpu: 2 } }. For agents lower sizing.cpu.burst in catalog/profiles.yaml.",
  },
  "port-taken": {
    title: "A port is taken",
    meaning:
      "A container publishes a port of the host that something else listens on already, or fleet port-forward wants to listen on one.",
    example: "Bind for 0.0.0.0:8404 failed: port is already allocated",
    fix: "Stop what listens there, or take another port: fleet port-forward grafana :3000 takes any that is free. Then run the same command again: it goes on from there.",
  },
  "name-taken": {
    title: "A container with this name is there already",
    meaning:
      "Docker has a container with the name of one of the plan, and it is not of this stack, or the state does not know it: it was made by hand, by another state, or by another version. It is not surely ours, so it is left alone. One without the labels of the stack is seen before anything is begun.",
    example: "docker run --name sutazai-local-autogpt ...",
    fix: "Look at it (docker inspect), rename or remove it, and run the same command again.",
  },
  "not-running": {
    title: "A container does not run",
    meaning:
      "fleet port-forward leads to a container that runs. This one was not made yet, was stopped, or belongs to an agent that sleeps until it is woken.",
    example: "fleet port-forward grafana --stack local   # before fleet up",
    fix: "Bring the stack up, or start the container: docker start <name>.",
  },
  "no-relay": {
    title: "No container can pass a connection on",
    meaning:
      "Docker's networks are not this machine's (Docker Desktop, or a Docker Engine elsewhere), so a connection goes through `nc` inside of a container of the stack. None that runs has it.",
    example: "a stack whose images all come without a shell",
    fix: "Run the command on the machine of the Docker Engine, or run a service with nc in its image, such as Consul.",
  },
  unhealthy: {
    title: "A container does not get healthy",
    meaning:
      "An update waits for every container that runs until its health check passes. This one did not within its start period and its tries; the last words of its check stand above the message.",
    example: "wget: server returned error: HTTP/1.1 404 Not Found",
    fix: "Read its log (docker logs), mend what it says, and run the same command again: it goes on from there.",
  },
  "operation-failed": {
    title: "The engine could not finish",
    meaning:
      "An operation on a resource failed, and everything that waits for it was left out. What was done stands in the state.",
    example: "Unable to create container: ...",
    fix: "Mend what the message says and run the same command again: it goes on from there.",
  },
  cancelled: {
    title: "The run was cancelled",
    meaning:
      "It was interrupted, or the question was not answered with yes. What had begun was finished, and the state is saved.",
    example: "Ctrl-C",
    fix: "Run the same command again: it goes on from there. destroy takes back what was made.",
  },
};
