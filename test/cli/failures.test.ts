import { failureOf } from "../../cli/engine/failures";

/** In the words of those who say it. */
const SAID: readonly (readonly [string, string])[] = [
  [
    "disk-full",
    "Unable to create container: Error response from daemon: mkdir /var/lib/docker/overlay2/x: no space left on device",
  ],
  ["disk-full", "ENOSPC: no space left on device, write"],
  ["disk-full", "write /data: disk quota exceeded"],
  [
    "port-taken",
    "driver failed programming external connectivity on endpoint x: Bind for 0.0.0.0:8404 failed: port is already allocated",
  ],
  ["port-taken", "listen tcp4 0.0.0.0:8404: bind: address already in use"],
  [
    "name-taken",
    'Conflict. The container name "/sutazai-local-autogpt" is already in use by container "b525b7". You have to remove (or rename) that container',
  ],
  [
    "too-few-cores",
    "Error response from daemon: Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available",
  ],
  ["unhealthy", "timed out waiting for container to be in a healthy state"],
  ["operation-failed", "Unexpected response code: 500 (No cluster leader)"],
];

it.each(SAID)("knows %s by what is said: %s", (code, said) => {
  const failure = failureOf(`first line\n${said}`);
  expect(failure.code).toBe(code);
  expect(failure.fix).toContain("run the same command again");
});
