// How the agents of a fleet are declared without this project: one TypeScript file, whole SDKs, Pulumi's defaults.
import * as consul from "@pulumi/consul";
import * as docker from "@pulumi/docker";
import { readFileSync } from "node:fs";

interface Declared {
  readonly type: string;
  readonly name: string;
  readonly properties: object;
}

export const program = (): Promise<void> => {
  const declared = JSON.parse(readFileSync(process.env["BENCH_RESOURCES"] ?? "", "utf8")) as Declared[];
  for (const { type, name, properties } of declared) {
    if (type.endsWith(":Network")) new docker.Network(name, properties);
    if (type.endsWith(":Volume")) new docker.Volume(name, properties);
    if (type.endsWith(":Container")) new docker.Container(name, properties as docker.ContainerArgs);
    if (type.endsWith(":Node")) new consul.Node(name, properties as consul.NodeArgs);
    if (type.endsWith(":Service")) new consul.Service(name, properties as consul.ServiceArgs);
    if (type.endsWith(":Keys")) new consul.Keys(name, properties);
    if (type.endsWith(":ConfigEntry")) new consul.ConfigEntry(name, properties as consul.ConfigEntryArgs);
  }
  return Promise.resolve();
};
