import fc from "fast-check";
import { classOf, joinDifferences, sameValue, sortDifferences, summarise } from "../../fleet/drift/classify";
import type { Difference, DriftClass } from "../../fleet/drift/model";
import { CONTAINER } from "../../fleet/resource";

const difference = (name: string, property: string, more: Partial<Difference> = {}): Difference => ({
  subject: { kind: "agent", name, place: null, vital: false },
  resource: { type: CONTAINER, name, physical: name },
  property,
  unit: null,
  declared: 1,
  found: 2,
  last: null,
  class: "drifted",
  witnesses: ["live"],
  reason: "changed on Docker",
  interrupts: false,
  ...more,
});

describe("three values", () => {
  it.each<[string, number, number, number, DriftClass]>([
    ["reality moved", 1, 2, 1, "drifted"],
    ["the declaration moved", 2, 1, 1, "pending"],
    ["both moved", 2, 3, 1, "both"],
  ])("%s", (_title, declared, found, last, expected) => {
    expect(classOf(declared, found, last)).toBe(expected);
  });

  it("are the same whatever the order of keys", () => {
    expect(sameValue({ a: [1, { b: 2, c: 3 }] }, { a: [1, { c: 3, b: 2 }] })).toBe(true);
    expect(sameValue({ a: 1 }, { a: "1" })).toBe(false);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
  });
});

describe("two witnesses", () => {
  it("make one difference of one place, with the state's word on what is pending", () => {
    const live = difference("a", "memory", { declared: 256, found: 128 });
    const engine = difference("a", "memory", {
      ...{
        declared: 256,
        found: 128,
        last: 128,
        class: "pending",
        witnesses: ["engine"],
        reason: "declared",
      },
    });
    expect(joinDifferences([live], [engine])).toEqual([
      { ...live, last: 128, class: "pending", witnesses: ["live", "engine"], reason: "declared" },
    ]);
  });

  it("leave the envelope to the one who knows it", () => {
    const live = difference("a", "memory", { class: "in-envelope" });
    const engine = difference("a", "memory", { witnesses: ["engine"], last: 1 });
    expect(joinDifferences([live], [engine])).toMatchObject([{ class: "in-envelope", last: 1 }]);
  });

  it("keep what only one saw, sorted", () => {
    const [a, b, c] = [difference("a", "cpus"), difference("b", "memory"), difference("a", "memory")];
    expect(joinDifferences([b, c], [a])).toEqual([a, c, b]);
  });

  it("sort the same from any order", () => {
    const all = ["a", "b", "c"].flatMap((name) =>
      ["memory", "cpus", "exists"].map((p) => difference(name, p)),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(sortDifferences(shuffled)).toEqual(sortDifferences(all));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the summary", () => {
  const looked = { containers: 1, services: 1, keys: 1 };

  it("is clean only when everything was looked at", () => {
    expect(summarise([], looked, []).verdict).toBe("clean");
    expect(summarise([], looked, [{ what: "Consul", why: "no answer" }]).verdict).toBe("not-looked");
  });

  it("counts drift apart from what may move", () => {
    const differences = [
      difference("a", "memory", { class: "in-envelope" }),
      difference("a", "envs.A", { class: "pending", interrupts: true }),
    ];
    expect(summarise(differences, looked, [])).toMatchObject({
      verdict: "clean",
      classes: { "in-envelope": 1, pending: 1, drifted: 0 },
      interrupting: 0,
    });
    const drift = [...differences, difference("b", "image", { class: "unmanaged", interrupts: true })];
    expect(summarise(drift, looked, [])).toMatchObject({ verdict: "drift", interrupting: 1 });
  });
});
