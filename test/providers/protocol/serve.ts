import * as grpc from "@grpc/grpc-js";
import plugin from "@pulumi/pulumi/proto/plugin_pb";
import services from "@pulumi/pulumi/proto/provider_grpc_pb";
import pb from "@pulumi/pulumi/proto/provider_pb";
import status from "@pulumi/pulumi/proto/status_pb";
import any from "google-protobuf/google/protobuf/any_pb";
import empty from "google-protobuf/google/protobuf/empty_pb";
import struct from "google-protobuf/google/protobuf/struct_pb";
import { unknownNames, unmadeNames, withDefaults } from "./defaults";
import { differences, topLevel } from "./difference";
import { refreshedInputs } from "./refreshed";
import { HalfMade } from "./resource-type";
import type { ResourceType } from "./resource-type";
import { withoutNotes, withoutSecretMarks } from "./schema";
import type { Values } from "./schema";

/** A provider as its plugin is asked for it. */
export interface Provider<Client> {
  readonly name: string;
  /** The version of the official plugin that it stands in for. */
  readonly version: string;
  readonly types: readonly ResourceType<Client>[];
  /** The client for the configuration of a provider resource. */
  connect(config: Values): Client;
}

const BIG_MESSAGES = { "grpc.max_receive_message_length": 400 * 1024 * 1024 };
const { PropertyDiff, DiffResponse } = pb;
const KINDS = {
  add: [PropertyDiff.Kind.ADD, PropertyDiff.Kind.ADD_REPLACE],
  delete: [PropertyDiff.Kind.DELETE, PropertyDiff.Kind.DELETE_REPLACE],
  update: [PropertyDiff.Kind.UPDATE, PropertyDiff.Kind.UPDATE_REPLACE],
} as const;

function values(message: struct.Struct | undefined): Values {
  return message?.toJavaScript() ?? {};
}

function message(from: Values): struct.Struct {
  return struct.Struct.fromJavaScript(from);
}

/** How the protocol says that a resource stands but is not as it should be. */
function failure(error: unknown): Partial<grpc.ServiceError> {
  const text = error instanceof Error ? error.message : String(error);
  const metadata = new grpc.Metadata();
  if (error instanceof HalfMade) {
    const detail = new pb.ErrorResourceInitFailed();
    detail.setId(error.standing.id);
    detail.setProperties(message(withoutNotes(error.standing.state)));
    detail.setReasonsList([text]);
    const packed = new any.Any();
    packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const answer = new status.Status();
    answer.setCode(grpc.status.UNKNOWN);
    answer.setMessage(text);
    answer.addDetails(packed);
    metadata.add("grpc-status-details-bin", Buffer.from(answer.serializeBinary()));
  }
  return { code: grpc.status.UNKNOWN, message: text, metadata };
}

function handler<Request, Response>(answer: (request: Request) => Promise<Response> | Response) {
  return (call: { request: Request }, callback: grpc.sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(failure(error));
        },
      );
  };
}

function implementation<Client>(provider: Provider<Client>): grpc.UntypedServiceImplementation {
  let connected: Client | null = null;
  const client = (): Client => {
    if (connected === null) throw new Error(`provider ${provider.name} is not configured`);
    return connected;
  };
  const typeOf = (urn: string): ResourceType<Client> => {
    const token = (urn.split("::")[2] ?? "").split("$").at(-1);
    const found = provider.types.find((type) => type.token === token);
    if (found === undefined) throw new Error(`the stand-in for ${provider.name} has no ${token}`);
    return found;
  };
  return {
    handshake: handler(() => new pb.ProviderHandshakeResponse()),
    getPluginInfo: handler(() => new plugin.PluginInfo().setVersion(provider.version)),
    getSchema: handler(() => new pb.GetSchemaResponse().setSchema("{}")),
    checkConfig: handler((request: pb.CheckRequest) => new pb.CheckResponse().setInputs(request.getNews())),
    diffConfig: handler(() => new DiffResponse()),
    configure: handler((request: pb.ConfigureRequest) => {
      connected = provider.connect(withoutSecretMarks(values(request.getArgs())));
      return new pb.ConfigureResponse().setSupportspreview(true);
    }),
    check: handler((request: pb.CheckRequest) => {
      const { schema } = typeOf(request.getUrn());
      const news = values(request.getNews());
      const failures = unknownNames(news, schema).map((name) =>
        new pb.CheckFailure().setProperty(name).setReason("the stand-in does not know this property"),
      );
      const inputs = withDefaults(news, schema);
      return new pb.CheckResponse().setInputs(message(inputs)).setFailuresList(failures);
    }),
    diff: handler((request: pb.DiffRequest) => {
      const { schema } = typeOf(request.getUrn());
      const ignored = new Set(request.getIgnorechangesList().map(topLevel));
      const found = differences(values(request.getOlds()), values(request.getNews()), schema).filter(
        ({ path }) => !ignored.has(topLevel(path)),
      );
      const names = (of: typeof found): string[] => [...new Set(of.map(({ path }) => topLevel(path)))];
      const replaces = names(found.filter((difference) => difference.replaces));
      const response = new DiffResponse()
        .setChanges(
          found.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE,
        )
        .setDiffsList(names(found))
        .setReplacesList(replaces)
        // Names are taken: the old one has to go first.
        .setDeletebeforereplace(replaces.length > 0)
        .setHasdetaileddiff(true);
      for (const { path, change, replaces: replacing } of found)
        response.getDetaileddiffMap().set(path, new PropertyDiff().setKind(KINDS[change][replacing ? 1 : 0]));
      return response;
    }),
    create: handler(async (request: pb.CreateRequest) => {
      const inputs = values(request.getProperties());
      if (request.getPreview()) return new pb.CreateResponse().setProperties(message(inputs));
      const type = typeOf(request.getUrn());
      const unmade = unmadeNames(inputs, type.schema);
      if (unmade.length > 0)
        throw new Error(`the stand-in for ${provider.name} can't make a resource with ${unmade.join(", ")}`);
      const { id, state } = await type.create(client(), inputs);
      return new pb.CreateResponse().setId(id).setProperties(message(withoutNotes(state)));
    }),
    read: handler(async (request: pb.ReadRequest) => {
      const type = typeOf(request.getUrn());
      const inputs = values(request.getInputs());
      const standing = await type.read(client(), request.getId(), values(request.getProperties()));
      if (standing === null) return new pb.ReadResponse();
      return new pb.ReadResponse()
        .setId(standing.id)
        .setProperties(message(withoutNotes(standing.state)))
        .setInputs(message(refreshedInputs(inputs, standing.state, type.schema)));
    }),
    update: handler(async (request: pb.UpdateRequest) => {
      const [state, wanted] = [values(request.getOlds()), values(request.getNews())];
      if (request.getPreview())
        return new pb.UpdateResponse().setProperties(message({ ...state, ...wanted }));
      const type = typeOf(request.getUrn());
      const updated = await type.update(client(), request.getId(), wanted, state);
      return new pb.UpdateResponse().setProperties(message(withoutNotes(updated)));
    }),
    delete: handler(async (request: pb.DeleteRequest) => {
      await typeOf(request.getUrn()).delete(client(), request.getId(), values(request.getProperties()));
      return new empty.Empty();
    }),
    cancel: handler(() => new empty.Empty()),
    attach: handler(() => new empty.Empty()),
  };
}

/** Serves a provider as the engine expects a plugin: the port is the one line on its output. */
export function serve<Client>(provider: Provider<Client>): void {
  const server = new grpc.Server(BIG_MESSAGES);
  const all = Object.keys(services.ResourceProviderService);
  const known = implementation(provider);
  const rest = Object.fromEntries(
    all.filter((name) => !(name in known)).map((name) => [name, handler(() => notImplemented(name))]),
  );
  server.addService(services.ResourceProviderService, { ...rest, ...known });
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    process.stdout.write(`${port}\n`);
  });
  // An engine that was killed can't say goodbye.
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) process.exit(0);
  }, 1_000).unref();
}

function notImplemented(name: string): never {
  throw new Error(`the stand-in does not implement ${name}`);
}
