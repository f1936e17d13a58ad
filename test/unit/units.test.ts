import fc from "fast-check";
import { coresText, millicores, parseCpu } from "../../fleet/units/cpu";
import { goDuration, parseDuration, prometheusDuration, seconds } from "../../fleet/units/duration";
import { formatMemory, parseMemory } from "../../fleet/units/memory";

describe("memory", () => {
  it.each([
    ["128MiB", 128],
    ["128 MiB", 128],
    ["1Gi", 1024],
    ["2GiB", 2048],
    ["128MB", null],
    ["128M", null],
    ["128", null],
    ["-1MiB", null],
    ["1.5GiB", null],
    ["99999999999999999999GiB", null],
  ])("%s is %p MiB", (text, wanted) => {
    expect(parseMemory(text)).toBe(wanted);
  });

  it.each([
    [128, "128 MiB"],
    [1024, "1 GiB"],
    [8832, "8832 MiB"],
    [20_992, "20.5 GiB"],
  ])("%d MiB reads %s", (size, text) => {
    expect(formatMemory(size)).toBe(text);
  });
});

describe("cpu", () => {
  it.each([
    [0.1, 100],
    ["100m", 100],
    ["0.1", 100],
    [32, 32_000],
    ["0.1.2", null],
    [0.0001, null],
    ["1e3", null],
  ])("%p is %p millicores", (value, wanted) => {
    expect(parseCpu(value)).toBe(wanted);
  });

  it("comes back from the text that Docker gets", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (amount) => {
        expect(parseCpu(coresText(millicores(amount)))).toBe(amount);
      }),
    );
  });
});

describe("durations", () => {
  it.each([
    [60, "1m0s", "1m"],
    [15, "15s", "15s"],
    [0.5, "500ms", "500ms"],
    [3600, "1h0m0s", "1h"],
    [90, "1m30s", "90s"],
    [604_800, "168h0m0s", "7d"],
  ])("%d s is %s to Docker and %s to Prometheus", (span, go, prometheus) => {
    expect(goDuration(seconds(span))).toBe(go);
    expect(prometheusDuration(seconds(span))).toBe(prometheus);
  });

  it("comes back from what Prometheus gets", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (span) => {
        expect(parseDuration(prometheusDuration(seconds(span)))).toBe(span);
      }),
    );
  });
});
