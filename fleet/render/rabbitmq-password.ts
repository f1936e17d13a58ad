import { createHash } from "node:crypto";

/** RabbitMQ's name for what `brokerPasswordHash` makes. */
export const HASHING_ALGORITHM = "rabbit_password_hashing_sha256";
const SALT_BYTES = 4;

/**
 * A password as RabbitMQ keeps it: base64 of a salt of 4 bytes and sha256(salt + password).
 *
 * The salt is derived from whom it is for and from the password, so that the same password always gives the same
 * hash: a random one would change the file, and restart the broker, with every run.
 *
 * @param owner who has the password, such as the scope and the user's name
 */
export function brokerPasswordHash(owner: string, password: string): string {
  const salt = sha256(Buffer.from(`sutazai-fleet broker salt\0${owner}\0${password}`)).subarray(
    0,
    SALT_BYTES,
  );
  return Buffer.concat([salt, sha256(Buffer.concat([salt, Buffer.from(password)]))]).toString("base64");
}

function sha256(data: Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}
