import { readFileSync } from "node:fs";

const ELF_MAGIC = 0x7f454c46;
const PROGRAM_INTERPRETER = 3;

/** True for a 64-bit little-endian ELF program that needs no dynamic loader: it runs in an empty image. */
export function isStaticProgram(path: string): boolean {
  const bytes = readFileSync(path);
  if (bytes.length < 64 || bytes.readUInt32BE(0) !== ELF_MAGIC) return false;
  const [is64, isLittle] = [bytes[4] === 2, bytes[5] === 1];
  if (!is64 || !isLittle) return false;
  const offset = Number(bytes.readBigUInt64LE(32));
  const [size, count] = [bytes.readUInt16LE(54), bytes.readUInt16LE(56)];
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(offset + index * size) === PROGRAM_INTERPRETER) return false;
  }
  return true;
}
