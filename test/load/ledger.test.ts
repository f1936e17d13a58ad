import fc from "fast-check";
import { Ledger } from "../../bench/load/ledger";
import type { Way } from "../../bench/load/ledger";

const answer = { fallback: false, agent: "a" };

describe("the ledger", () => {
  it("holds what is accepted against what is answered, in whatever order things are told", () => {
    interface Fate {
      readonly way: Way;
      readonly confirmed: boolean;
      readonly answers: number;
      readonly failed: boolean;
    }
    const fate = fc.record<Fate>({
      way: fc.constantFrom("router", "queue"),
      confirmed: fc.boolean(),
      answers: fc.nat(3),
      failed: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(fate, { maxLength: 60 }),
        fc.array(fc.nat(), { minLength: 300, maxLength: 300 }),
        (fates, order) => {
          const ledger = new Ledger();
          fates.forEach(({ way }, index) => ledger.sent(String(index), way, index));
          const events = fates.flatMap(({ confirmed, answers, failed }, index) => {
            const id = String(index);
            return [
              ...(confirmed ? [() => ledger.accepted(id)] : []),
              ...Array.from({ length: answers }, () => () => ledger.answered(id, 1000, answer)),
              ...(failed && answers === 0 ? [() => ledger.failed(id, "gone")] : []),
            ];
          });
          const sorted = events
            .map((event, index) => ({ event, key: order[index] ?? 0 }))
            .sort((one, other) => one.key - other.key);
          for (const { event } of sorted) event();
          const { sent, answered, errors, doubles, open, accepted, failed, times } = ledger.total();
          const times1 = fates.filter(({ answers }) => answers > 0).length;
          expect([sent, answered, errors]).toEqual([fates.length, times1, fates.length - times1]);
          expect(times.count).toBe(times1);
          expect(doubles).toBe(fates.reduce((sum, { answers }) => sum + Math.max(0, answers - 1), 0));
          expect(accepted).toBe(fates.filter(({ confirmed, answers }) => confirmed || answers > 0).length);
          const silent = fates.flatMap(({ confirmed, answers, failed }, index) =>
            confirmed && answers === 0 && !failed ? [String(index)] : [],
          );
          expect([...open].sort()).toEqual(silent.sort());
          expect(failed["gone"] ?? 0).toBe(fates.filter((one) => one.failed && one.answers === 0).length);
          expect(ledger.waiting).toBe(fates.some((one) => one.answers === 0 && !one.failed));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("counts a time from when the request should have been sent, the first answer alone", () => {
    const ledger = new Ledger();
    ledger.sent("late", "router", 1000);
    expect(ledger.answered("late", 1500, answer)).toBe(true);
    expect(ledger.answered("late", 9000, answer)).toBe(false);
    const { count, max } = ledger.account("router").times;
    expect([count, Math.round(max ?? 0)]).toEqual([1, 500]);
    expect(ledger.lastAnswer).toBe(1500);
  });

  it("tells an answer that another agent gave from one that the broker handed out again", () => {
    const ledger = new Ledger();
    ledger.sent("a", "queue", 0);
    ledger.answered("a", 1, { fallback: true, agent: "one" });
    ledger.answered("a", 2, { fallback: false, agent: "two" });
    ledger.answered("a", 3, { fallback: false, agent: "one", redelivered: true });
    ledger.answered("nobody sent this", 4, answer);
    expect(ledger.account("queue")).toMatchObject({ doubles: 1, redeliveries: 1, fallbacks: 1, answered: 1 });
    expect([ledger.unknown, [...ledger.agents]]).toEqual([1, ["one"]]);
  });

  it("refuses to book the same request twice, or what was never sent", () => {
    const ledger = new Ledger();
    ledger.sent("a", "queue", 0);
    expect(() => ledger.sent("a", "queue", 0)).toThrow("a was sent twice");
    expect(() => ledger.accepted("b")).toThrow("b was never sent");
  });
});
