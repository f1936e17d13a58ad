import type { ResourceView } from "../../../fleet/resource";
import { FactList, setCheck } from "./facts";
import type { Facts } from "./facts";
import type { FoundImage } from "./found";
import {
  capabilities,
  cpuNumbers,
  environment,
  goNanoseconds,
  mountOptions,
  securityOptions,
  spanText,
} from "./normalise";
import { booleanOf, mapOf, numberOf, recordOf, recordsOf, textOf, textsOf } from "./properties";

/**
 * What a declared container has to look like. What the declaration leaves to the image (user, command, health check)
 * is taken from it.
 *
 * @param image the declared image, when it is there
 */
export function declaredFacts(
  { properties }: Pick<ResourceView, "properties">,
  image: FoundImage | null,
): Facts {
  const list = new FactList();
  const mib = { unit: "MiB" } as const;
  const own = image?.config ?? {};
  list.set("name", textOf(properties, "name"));
  list.set("hostname", textOf(properties, "hostname"));
  list.set("user", textOf(properties, "user") || own.User);
  list.set("workingDir", textOf(properties, "workingDir") || own.WorkingDir);
  const [command, entrypoints] = [textsOf(properties, "command"), textsOf(properties, "entrypoints")];
  list.set("entrypoints", entrypoints.length > 0 ? entrypoints : own.Entrypoint);
  // Docker forgets the image's command when an entry point is given.
  list.set("command", command.length > 0 || entrypoints.length > 0 ? command : own.Cmd);
  for (const name of ["memory", "memoryReservation", "shmSize"])
    list.set(name, numberOf(properties, name), mib);
  const swap = numberOf(properties, "memorySwap");
  list.set("memorySwap", swap, swap < 0 ? {} : mib);
  const cpus = Number(textOf(properties, "cpus"));
  list.set("cpus", cpus, { spelled: "cpus" });
  list.set("cpuShares", numberOf(properties, "cpuShares"));
  const set = cpuNumbers(textOf(properties, "cpuSet")).join();
  list.facts.set("cpuSet", set === "" ? { value: null, spelled: "no set" } : { value: set });
  list.set("restart", textOf(properties, "restart") || "no");
  list.set("maxRetryCount", numberOf(properties, "maxRetryCount"));
  for (const name of ["readOnly", "init", "privileged", "publishAllPorts", "tty", "stdinOpen"])
    list.set(name, booleanOf(properties, name));
  for (const name of ["pidMode", "usernsMode", "cgroupParent"]) list.set(name, textOf(properties, name));
  list.set("stopTimeout", numberOf(properties, "stopTimeout"));
  const rights = recordOf(properties, "capabilities");
  list.set("capabilities.adds", capabilities(textsOf(rights, "adds")));
  list.set("capabilities.drops", capabilities(textsOf(rights, "drops")));
  const options = textsOf(properties, "securityOpts");
  list.set("securityOpts", securityOptions(options), { spelled: [...options].sort() });
  setHealthcheck(list, properties, image);
  list.setAll("envs", { ...environment(own.Env ?? []), ...environment(textsOf(properties, "envs")) });
  const labels = recordsOf(properties, "labels").map(
    (label) => [textOf(label, "label"), textOf(label, "value")] as const,
  );
  list.setAll("labels", { ...own.Labels, ...Object.fromEntries(labels) });
  for (const network of recordsOf(properties, "networksAdvanced"))
    list.setAll("networksAdvanced", { [textOf(network, "name")]: textsOf(network, "aliases").sort() });
  for (const volume of recordsOf(properties, "volumes")) {
    const source = textOf(volume, "volumeName") || textOf(volume, "hostPath");
    const mode = booleanOf(volume, "readOnly") ? "read-only" : "writable";
    list.setAll("volumes", { [textOf(volume, "containerPath")]: `${source} (${mode})` });
  }
  for (const [path, mount] of Object.entries(mapOf(properties, "tmpfs")))
    list.setAll("tmpfs", { [path]: mountOptions(mount) });
  for (const limit of recordsOf(properties, "ulimits"))
    list.setAll("ulimits", {
      [textOf(limit, "name")]: `${numberOf(limit, "soft")}:${numberOf(limit, "hard")}`,
    });
  list.set("logDriver", textOf(properties, "logDriver"));
  list.setAll("logOpts", mapOf(properties, "logOpts"));
  const ports = recordsOf(properties, "ports").map(
    (port) =>
      `${textOf(port, "ip")}:${numberOf(port, "external")}->${numberOf(port, "internal")}/${textOf(port, "protocol") || "tcp"}`,
  );
  list.set("ports", ports.sort());
  list.set(
    "devices",
    recordsOf(properties, "devices").map((device) => textOf(device, "hostPath")),
  );
  list.set("groupAdds", textsOf(properties, "groupAdds"));
  list.set("dns", textsOf(properties, "dns"));
  list.set(
    "hosts",
    recordsOf(properties, "hosts").map((host) => `${textOf(host, "host")}:${textOf(host, "ip")}`),
  );
  list.setAll("sysctls", mapOf(properties, "sysctls"));
  return list.facts;
}

function setHealthcheck(
  list: FactList,
  properties: ResourceView["properties"],
  image: FoundImage | null,
): void {
  const check = recordOf(properties, "healthcheck");
  const tests = textsOf(check, "tests");
  if (tests.length === 0) {
    setCheck(list, image?.config.Healthcheck);
    return;
  }
  list.set("healthcheck.tests", tests);
  for (const name of ["interval", "timeout", "startPeriod", "startInterval"])
    list.set(`healthcheck.${name}`, spanText(goNanoseconds(textOf(check, name))));
  list.set("healthcheck.retries", numberOf(check, "retries"));
}
