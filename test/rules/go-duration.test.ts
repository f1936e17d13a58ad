import fc from "fast-check";
import { goDuration, seconds } from "../../fleet/units/duration";
import { secondsOf } from "../../policies/read/duration";

describe("time spans as Go writes them", () => {
  it.each([
    ["0", 0],
    ["0s", 0],
    ["500ms", 500],
    ["1.5s", 1500],
    ["1m0s", 60_000],
    ["1h0m30s", 3_630_000],
    ["10000ms", 10_000],
  ])("reads %s", (text, wanted) => {
    expect(secondsOf(text)).toBeCloseTo(wanted / 1000, 9);
  });

  it.each(["", "10", "10 s", "s", "-1s", "1d", "1s2", "ten"])("refuses %p", (text) => {
    expect(secondsOf(text)).toBeNaN();
  });

  it("reads back what is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (count) => {
        expect(secondsOf(goDuration(seconds(count)))).toBe(count);
      }),
    );
  });
});
