import { GATEWAY_CONFIG } from "../render/haproxy/kinds";
import type { Problems } from "../problem";
import { didYouMean } from "../source/suggest";
import type { Readable } from "./healthy";
import type { ServicesFile } from "./schema.generated";

/**
 * Agents know one name, and the gateway hands a question on as it is: a fallback that holds no model of that name
 * answers 404 to each. So every service that a gateway asks has to hold the model that agents ask for.
 */
export function checkModels({ file, healthy }: Readable<ServicesFile>, problems: Problems): void {
  const entries = Object.entries(healthy.services ?? {});
  const gateway = entries.find(([, entry]) => entry?.files?.[GATEWAY_CONFIG] !== undefined);
  if (gateway === undefined) return;
  const [gatewayName, { dependsOn = [] } = {}] = gateway;
  const servers = entries.flatMap(([name, entry]) => {
    const { part, models = [] } = entry ?? {};
    return part === "models" && name !== gatewayName && models.length > 0 ? [{ name, models }] : [];
  });
  // As agents are told: the first model of the first server that the gateway depends on.
  const asked = dependsOn.flatMap((name) => servers.find((server) => server.name === name) ?? [])[0];
  const model = asked?.models[0];
  if (asked === undefined || model === undefined) return;
  for (const { name, models } of servers) {
    // One that is broken may be the one that is missing.
    if (models.includes(model) || models.includes(undefined)) continue;
    const held = models.filter((each) => each !== undefined);
    problems.add(() => ({
      code: "wrong-value",
      message: `${name} holds no model of the name that agents ask for`,
      place: file.placeOf(["services", name, "models"]),
      found: held.join(", "),
      wanted: `${model} among them: ${gatewayName} asks ${name} for it when ${asked.name} can't answer`,
      fix:
        didYouMean(model, held) === null
          ? `add ${model} to its models`
          : `write ${model}, as ${asked.name} has it`,
    }));
  }
}
