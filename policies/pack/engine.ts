import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type {
  AnalyzeRequest,
  AnalyzeStackRequest,
  AnalyzerStackConfigureRequest,
  ConfigureAnalyzerRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Refusal } from "./refusal";

/** What the engine says of the run. */
export interface Told {
  /** The stack's name; null when nobody named one. */
  readonly stack: string | null;
  /** The stack's configuration; null when nobody told it. */
  readonly config: ReadonlyMap<string, string> | null;
}

/** What one policy is configured to, defaults included. */
export interface PolicyConfiguration {
  readonly rule: string;
  readonly level: string;
  /** Names of settings beside the level. */
  readonly keys: readonly string[];
}

/** The engine's numbers for levels. */
const LEVELS = ["advisory", "mandatory", "disabled", "remediate"];

/**
 * Listens to what the engine tells the pack. `@pulumi/policy` keeps the stack's name and configuration to itself
 * and takes any configuration of policies, so both are read where the messages arrive.
 *
 * @param onConfigure is asked about the configuration of all policies, before anything is judged; what it
 *   throws refuses the run
 */
export function listen(
  onConfigure: (policies: readonly PolicyConfiguration[]) => void,
  env: NodeJS.ProcessEnv = process.env,
): () => Told {
  // Without a language host the engine tells by the environment; `policy analyze` tells nothing by itself.
  let told: Told = { stack: env["PULUMI_NODEJS_STACK"] ?? env["PULUMI_STACK"] ?? null, config: null };
  intercept<AnalyzerStackConfigureRequest>("configureStack", (request) => {
    const config = new Map<string, string>();
    request.getConfigMap().forEach((value: string, key: string) => config.set(key, value));
    told = { stack: request.getStack() || told.stack, config };
  });
  intercept<ConfigureAnalyzerRequest>("configure", (request) => {
    const policyConfigMap = request.getPolicyconfigMap.bind(request);
    // Asked while the SDK handles the message: what is thrown there reaches the engine with its words.
    request.getPolicyconfigMap = () => {
      const policies: PolicyConfiguration[] = [];
      policyConfigMap().forEach((config, rule) => {
        const keys = Object.keys(config.getProperties()?.toJavaScript() ?? {});
        policies.push({ rule, level: LEVELS[config.getEnforcementlevel()] ?? "unknown", keys });
      });
      onConfigure(policies);
      return policyConfigMap();
    };
  });
  return () => told;
}

/**
 * Tells when resources arrive to be judged, and has each unpacked once: the SDK unpacks what arrived again for every
 * single policy, which costs more than all rules together.
 *
 * @param onArrival is told the URN of a resource; null when all resources arrive together
 */
export function unpackOnce(onArrival: (urn: string | null) => void): void {
  intercept<AnalyzeRequest>("analyze", (request) => {
    remember(request);
    onArrival(request.getUrn());
  });
  intercept<AnalyzeStackRequest>("analyzeStack", (request) => {
    for (const resource of request.getResourcesList()) remember(resource);
    onArrival(null);
  });
}

type Unpacked = ReturnType<Struct["toJavaScript"]>;

/** What the SDK makes of it is its own copy every time, so that nobody can change what the next one gets. */
function remember(holder: { getProperties(): Struct | undefined }): void {
  const properties = holder.getProperties();
  if (properties === undefined) return;
  let unpacked: Unpacked | null = null;
  const toJavaScript = properties.toJavaScript.bind(properties);
  properties.toJavaScript = () => (unpacked ??= toJavaScript());
}

/** Looks at every message of a kind where it arrives, before the SDK does. */
function intercept<Request>(
  method: "configure" | "configureStack" | "analyze" | "analyzeStack",
  look: (request: Request) => void,
): void {
  const definitions = AnalyzerService as unknown as Record<
    string,
    { requestDeserialize: (bytes: Buffer) => Request } | undefined
  >;
  const definition = definitions[method];
  if (definition === undefined) throw new Refusal(`this @pulumi/pulumi has no ${method} for policy packs`);
  const deserialize = definition.requestDeserialize;
  definition.requestDeserialize = (bytes) => {
    const request = deserialize(bytes);
    look(request);
    return request;
  };
}
