import { createSocket } from "node:dgram";

/** A DNS server that knows some names, as Docker's own knows containers. */
export interface DnsServer {
  /** `127.0.0.1:<port>`. */
  readonly address: string;
  /** What it answers, in lower case without the last dot; anything else does not exist. May be changed. */
  readonly names: Map<string, string>;
  stop(): Promise<void>;
}

const HEADER = 12;
const TYPE_A = 1;
const NXDOMAIN = 3;

/** Answers over UDP, questions for IPv4 addresses alone. */
export async function startDns(names: Iterable<readonly [string, string]> = []): Promise<DnsServer> {
  const known = new Map(names);
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    socket.send(answer(query, known), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const { port } = socket.address();
  const stop = () => new Promise<void>((resolve) => socket.close(() => resolve()));
  return { address: `127.0.0.1:${port}`, names: known, stop };
}

function answer(query: Buffer, names: ReadonlyMap<string, string>): Buffer {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  const type = query.readUInt16BE(at + 1);
  const question = query.subarray(HEADER, at + 5);
  const address = names.get(labels.join(".").toLowerCase());
  const found = address !== undefined && type === TYPE_A;
  const header = Buffer.alloc(HEADER);
  query.copy(header, 0, 0, 2);
  // An answer, with recursion wanted and available; the name exists or does not.
  header.writeUInt16BE(0x8180 | (address === undefined ? NXDOMAIN : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found ? 1 : 0, 6);
  if (!found) return Buffer.concat([header, question]);
  // The name of the question again, an address, of class internet, for one second.
  const record = Buffer.from([0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 1, 0, 4]);
  return Buffer.concat([header, question, record, Buffer.from(address.split(".").map(Number))]);
}
