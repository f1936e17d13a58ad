import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { loadCatalog } from "../../fleet/catalog/load";
import { ROOT } from "../support/project";

/** The health check of the runtime node, as Docker runs it inside an agent. */
const check = loadCatalog(ROOT).profiles.runtimes.get("node")?.check ?? [];

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(Number(request.url?.slice(1))).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

function exitCode(asked: string): Promise<number> {
  const [, ...args] = check.map((part) => part.replace("{url}", asked));
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error) => {
      resolve(error === null ? 0 : Number(error.code));
    });
  });
}

it("passes for 200, and for nothing else", async () => {
  expect(check[0]).toBe("node");
  expect(await Promise.all(["200", "503", "404"].map((status) => exitCode(`${url}/${status}`)))).toEqual([
    0, 1, 1,
  ]);
});

it("fails when nobody listens", async () => {
  expect(await exitCode("http://127.0.0.1:1/healthz")).toBe(1);
});
