import { Model } from "../../agent/model";
import { ModelRefused } from "../../agent/ollama";
import { ModelServer } from "../support/model-server";
import { until } from "../support/until";

const TASK = { prompt: "the weather", maxTokens: 8 };
let server: ModelServer;
let model: Model;

beforeEach(async () => {
  jest.spyOn(process.stdout, "write").mockReturnValue(true);
  server = await ModelServer.start();
  model = new Model({
    ...{ url: new URL(server.url), name: "tinyllama", deadline: 200, failures: 3, openFor: 300 },
    fallback: "not now",
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  model.stop();
  server.stop();
});

async function openBreaker(): Promise<void> {
  for (let failure = 0; failure < 3; failure += 1) {
    expect(model.state).toBe("closed");
    await model.ask(TASK);
  }
}

test("an answer of the model is passed on", async () => {
  await expect(model.ask(TASK)).resolves.toEqual({ answer: "about the weather", fallback: false });
});

test.each(["fails", "hangs"] as const)(
  "a model that %s gets the fallback, and three times opens",
  async (how) => {
    server.behaviour = how;
    await openBreaker();
    expect(model.state).toBe("open");
  },
);

test("nobody asks a model behind an open breaker", async () => {
  server.behaviour = "fails";
  await openBreaker();
  server.behaviour = "answers";
  await expect(model.ask(TASK)).resolves.toEqual({ answer: "not now", fallback: true });
  expect(server.prompts).toEqual([]);
});

test("the breaker closes by itself once the model is back, though nobody asks", async () => {
  server.behaviour = "fails";
  await openBreaker();
  // Longer than one probe: the next one has to come too.
  await until("a probe that fails", () =>
    Promise.resolve(model.state === "half_open" || model.state === "open"),
  );
  server.behaviour = "answers";
  await until("the breaker to close", () => Promise.resolve(model.state === "closed"));
  await expect(model.ask(TASK)).resolves.toEqual({ answer: "about the weather", fallback: false });
});

test("a failure in between starts the count anew", async () => {
  for (let round = 0; round < 3; round += 1) {
    server.behaviour = "fails";
    await model.ask(TASK);
    await model.ask(TASK);
    server.behaviour = "answers";
    await model.ask(TASK);
  }
  expect(model.state).toBe("closed");
});

test("a request that the model refuses is the request's fault", async () => {
  server.behaviour = "refuses";
  for (let request = 0; request < 5; request += 1)
    await expect(model.ask(TASK)).rejects.toThrow(ModelRefused);
  expect(model.state).toBe("closed");
});
