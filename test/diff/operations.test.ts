import fc from "fast-check";
import { applyOperations, operationsBetween } from "../../fleet/diff/operations";
import { withoutPlaces } from "../../fleet/diff/plain";
import type { Json } from "../../fleet/source/json";

/** Values shaped like plans: keyed lists of mappings, in any order, beside plain lists and leaves. */
const leaf = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom("a", "b"),
  fc.boolean(),
  fc.constant(null),
);
const entry = fc.record({
  name: fc.constantFrom("x", "y", "z", "u"),
  size: leaf,
  tags: fc.array(leaf, { maxLength: 3 }),
});
const list = fc.uniqueArray(entry, { selector: (each) => each.name, maxLength: 4 });
const plan: fc.Arbitrary<Json> = fc.record({
  agents: list,
  waves: fc.array(list, { maxLength: 2 }),
  any: fc.jsonValue() as fc.Arbitrary<Json>,
});

describe("operations between two values", () => {
  it("are none between a value and itself", () => {
    fc.assert(fc.property(plan, (a) => expect(operationsBetween(a, structuredClone<Json>(a))).toEqual([])));
  });

  it("lead from the one to the other", () => {
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        const operations = JSON.parse(JSON.stringify(operationsBetween(a, b))) as ReturnType<
          typeof operationsBetween
        >;
        expect(JSON.stringify(sorted(applyOperations(a, operations)))).toBe(JSON.stringify(sorted(b)));
      }),
      { numRuns: 2000 },
    );
  });

  it("name an agent that changed by its name, and leave the others out", () => {
    const a = {
      agents: [
        { name: "x", memory: 128 },
        { name: "y", memory: 128 },
      ],
    };
    const b = {
      agents: [
        { name: "y", memory: 256 },
        { name: "x", memory: 128 },
      ],
    };
    expect(operationsBetween(a, b)).toEqual([
      { op: "replace", path: ["agents", "y", "memory"], before: 128, after: 256 },
      { op: "order", path: ["agents"], after: ["y", "x"] },
    ]);
  });

  it("refuse a value they were not made for", () => {
    const operations = operationsBetween({ a: [{ name: "x", n: 1 }] }, { a: [{ name: "x", n: 2 }] });
    expect(() => applyOperations({ a: [] }, operations)).toThrow("made for another value");
  });
});

describe("a plan without its places", () => {
  it("keeps everything but where it came from", () => {
    const place = { file: "a.yaml", line: 1, column: 2 };
    expect(withoutPlaces({ place, size: { value: 1, why: "w", from: place }, from: "text" })).toEqual({
      size: { value: 1, why: "w" },
      from: "text",
    });
  });
});

/** The order of keys in a mapping says nothing. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value as Record<string, Json>);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  );
}
