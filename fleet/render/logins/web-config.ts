import { createHash } from "node:crypto";
import { encodeBase64, hashSync } from "bcryptjs";
import { stringify } from "yaml";
import { LOGIN_USER } from "./kinds";

/**
 * 2 to this power rounds. What is hashed is 256 random bits, which nobody guesses however fast a try is; every
 * request that is not cached costs its reader as much as this.
 */
const COST = 8;
const SALT_BYTES = 16;

/**
 * What Prometheus and Alertmanager read with `--web.config.file`: one user, whose password stands there as a hash.
 *
 * @param owner whose it is, such as scope and service: two services with one password have different hashes
 */
export function webConfig(owner: string, password: string): string {
  return stringify({ basic_auth_users: { [LOGIN_USER]: passwordHash(owner, password) } }, { lineWidth: 0 });
}

/**
 * The bcrypt hash of a password. Its salt is derived from owner and password, so that the same password always gives
 * the same hash: a random one would change the file with every run.
 */
export function passwordHash(owner: string, password: string): string {
  const digest = createHash("sha256").update(`sutazai-fleet web salt\0${owner}\0${password}`).digest();
  const salt = encodeBase64([...digest.subarray(0, SALT_BYTES)], SALT_BYTES);
  return hashSync(password, `$2b$${String(COST).padStart(2, "0")}$${salt}`);
}
