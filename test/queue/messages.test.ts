import fc from "fast-check";
import { forAFreshStart, forAnotherTry, retriesOf, withoutDeath } from "../../fleet/queue/headers";
import { republished } from "../../fleet/queue/properties";
import { brokerPasswordHash } from "../../fleet/render/rabbitmq-password";

const DEAD = {
  ...{ "x-death": [{ reason: "maxlen", queue: "tasks" }], "x-first-death-reason": "maxlen" },
  ...{ "x-first-death-queue": "tasks", "x-first-death-exchange": "tasks", "x-last-death-reason": "maxlen" },
};

test("death headers go, everything else stays", () => {
  expect(withoutDeath({ ...DEAD, "x-deathly": 1, tenant: "a", "x-fleet-retries": 2 })).toEqual({
    ...{ "x-deathly": 1, tenant: "a", "x-fleet-retries": 2 },
  });
});

test("tries are counted, whatever stood there", () => {
  const once = forAnotherTry({ ...DEAD, tenant: "a" }, "no");
  expect(once).toEqual({ tenant: "a", "x-fleet-retries": 1, "x-fleet-error": "no" });
  expect(retriesOf(forAnotherTry(once, "no again"))).toBe(2);
  for (const odd of ["3", -1, 1.5, null, {}]) expect(retriesOf({ "x-fleet-retries": odd })).toBe(0);
  expect(String(forAnotherTry({}, "x".repeat(9000))["x-fleet-error"])).toHaveLength(500);
});

test("a fresh start forgets deaths, tries and errors", () => {
  expect(forAFreshStart(forAnotherTry({ ...DEAD, tenant: "a" }, "no"))).toEqual({ tenant: "a" });
});

test("what is published again keeps what its publisher gave it, but for the user's name", () => {
  const properties = {
    messageId: "1",
    replyTo: "answers.a",
    priority: 2,
    userId: "client",
    expiration: "500",
  };
  expect(republished(properties, { tenant: "a" })).toEqual({
    ...{ messageId: "1", replyTo: "answers.a", priority: 2, expiration: "500" },
    ...{ headers: { tenant: "a" }, persistent: true },
  });
  expect(republished({ priority: undefined }, {})).toEqual({ priority: 0, headers: {}, persistent: true });
});

test("a password hash is the same for the same owner and password, and for no other", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (owner, password, other) => {
      const hash = brokerPasswordHash(owner, password);
      expect(brokerPasswordHash(owner, password)).toBe(hash);
      expect(Buffer.from(hash, "base64")).toHaveLength(4 + 32);
      if (other !== password) expect(brokerPasswordHash(owner, other)).not.toBe(hash);
    }),
    { numRuns: 50 },
  );
});
