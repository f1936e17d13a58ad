import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeRequest, AnalyzeStackRequest, AnalyzerResource } from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceValidationArgs } from "@pulumi/policy";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { unpackOnce } from "../../policies/pack/engine";
import { Views } from "../../policies/pack/views";

/** Resources are read once for all rules, and anew whenever the engine shows them again. */

const URN = "urn:pulumi:local::fleet::docker:index/container:Container::coder";

function args(memory: number): ResourceValidationArgs {
  const opts = { protect: false, ignoreChanges: [] };
  const given = {
    urn: URN,
    type: "docker:index/container:Container",
    name: "coder",
    props: { memory },
    opts,
  };
  return given as unknown as ResourceValidationArgs;
}

/** A message as it comes from the wire. */
function arrived<Message extends { serializeBinary(): Uint8Array }>(
  method: "analyze" | "analyzeStack",
  message: Message,
): Message {
  const { requestDeserialize } = AnalyzerService[method] as unknown as {
    requestDeserialize: (bytes: Buffer) => Message;
  };
  return requestDeserialize(Buffer.from(message.serializeBinary()));
}

describe("views of resources", () => {
  it("are made once for all rules", () => {
    const views = new Views();
    const first = views.of(args(512));
    expect(first.properties).toEqual({ memory: 512 });
    expect(views.of(args(512))).toBe(first);
    expect(views.ofAll([])).toBe(views.ofAll([]));
  });

  it("are made anew when the resource is shown again", () => {
    const views = new Views();
    views.of(args(512));
    views.forget(URN);
    expect(views.of(args(1024)).properties).toEqual({ memory: 1024 });
    const all = views.ofAll([]);
    views.forget(null);
    expect(views.ofAll([])).not.toBe(all);
  });
});

describe("what the engine sends", () => {
  const told: (string | null)[] = [];
  beforeAll(() => {
    unpackOnce((urn) => told.push(urn));
  });
  beforeEach(() => told.splice(0));

  it("is unpacked once for each resource, and told", () => {
    const sent = new AnalyzeRequest().setUrn(URN).setProperties(Struct.fromJavaScript({ memory: 512 }));
    const request = arrived("analyze", sent);
    expect(told).toEqual([URN]);
    const properties = request.getProperties();
    expect(properties?.toJavaScript()).toEqual({ memory: 512 });
    expect(request.getProperties()?.toJavaScript()).toBe(properties?.toJavaScript());
  });

  it("is told once for all resources together", () => {
    const resource = new AnalyzerResource().setUrn(URN).setProperties(Struct.fromJavaScript({ memory: 512 }));
    const request = arrived("analyzeStack", new AnalyzeStackRequest().setResourcesList([resource]));
    expect(told).toEqual([null]);
    const [only] = request.getResourcesList();
    expect(only?.getProperties()?.toJavaScript()).toBe(only?.getProperties()?.toJavaScript());
    expect(only?.getProperties()?.toJavaScript()).toEqual({ memory: 512 });
  });
});
