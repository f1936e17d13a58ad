import { EngineError } from "./engine-error";
import type { EngineErrorCode } from "./engine-error";

/** A failure that is known by what Docker or the system says of it. */
export interface KnownFailure {
  readonly code: EngineErrorCode;
  readonly message: string;
  readonly wanted: string;
  readonly fix: string;
}

const GOES_ON = "and run the same command again: it goes on from there.";

/** By the words of Docker Engine 20.10 to 28, of Linux, and of the provider. */
const KNOWN: readonly (KnownFailure & { readonly says: RegExp })[] = [
  {
    says: /no space left on device|ENOSPC|disk quota exceeded/i,
    code: "disk-full",
    message: "the disk is full",
    wanted: "room for images, containers and the state",
    fix: `Make room (docker system df shows what Docker uses), ${GOES_ON}`,
  },
  {
    says: /port is already allocated|address already in use/i,
    code: "port-taken",
    message: "a port of the host is taken",
    wanted: "a free port",
    fix: `Stop what listens there, or give the service another port, ${GOES_ON}`,
  },
  {
    says: /container name "[^"]*" is already in use/i,
    code: "name-taken",
    message: "a container with this name is there already, and the state does not know it",
    wanted: "no container with this name that the state does not know",
    fix: `Look at it (docker inspect), rename or remove it, ${GOES_ON}`,
  },
  {
    says: /range of CPUs is from/i,
    code: "too-few-cores",
    message: "a container may use more cores than Docker has",
    wanted: "a limit that the machine can hold",
    fix: `Give Docker more cores, or lower cpu of the service or profile, ${GOES_ON}`,
  },
  {
    says: /waiting for container to be in a healthy state|container .*(?:is|became) unhealthy/i,
    code: "unhealthy",
    message: "a container does not get healthy",
    wanted: "a health check that passes within the start period and its tries",
    fix: `Read its log (docker logs), mend what it says, ${GOES_ON}`,
  },
];

const OTHER: KnownFailure = {
  code: "operation-failed",
  message: "the engine could not finish",
  wanted: "a run to its end",
  fix: `Mend what it says ${GOES_ON}`,
};

/** What a failed operation is about. What nobody knows by its words is `operation-failed`. */
export function failureOf(said: string): KnownFailure {
  return KNOWN.find(({ says }) => says.test(said)) ?? OTHER;
}

/** A known failure as the error that a run ends in. @param found what was said, and where */
export function failureError({ code, message, wanted, fix }: KnownFailure, found: string): EngineError {
  return new EngineError(code, message, found, wanted, fix);
}
