import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BROKER_USERS } from "../../fleet/queue/users";
import type { BrokerPasswords } from "../../fleet/render/broker-files";

/**
 * The passwords of a stack's broker, made once and kept beside its state, for this user alone.
 *
 * @param folder where the state is kept
 * @param scope `<fleet>-<stack>`
 */
export function brokerPasswords(folder: string, scope: string): BrokerPasswords {
  const secrets = join(folder, "secrets");
  const file = join(secrets, `${scope}.broker.json`);
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  const fresh = Object.fromEntries(BROKER_USERS.map((user) => [user, randomBytes(32).toString("base64url")]));
  try {
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return JSON.parse(readFileSync(file, "utf8")) as BrokerPasswords;
}
