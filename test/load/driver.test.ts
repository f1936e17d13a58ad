import fc from "fast-check";
import { arrivals } from "../../bench/load/arrivals";
import type { Arrival } from "../../bench/load/arrivals";
import { pace } from "../../bench/load/pace";
import { largestKept } from "../../bench/load/search";
import { TimeRecorder } from "../../bench/load/times";
import { parseTrace, readTrace } from "../../bench/load/trace";
import type { TraceRow } from "../../bench/load/trace";
import { ROOT } from "../support/project";

const row = fc.record<TraceRow>({
  gap: fc.nat(5000),
  contextTokens: fc.nat(8000),
  generatedTokens: fc.nat(1000),
});
const traces = fc.array(row, { minLength: 1, maxLength: 40 }).filter((rows) => rows[0]?.gap !== 0);

describe("the arrivals", () => {
  it("have exactly the rate, the order and the shape of the trace, however often it goes round", () => {
    fc.assert(
      fc.property(
        traces,
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 120 }),
        (trace, rate, count) => {
          const made = [...arrivals(trace, rate, count)];
          expect(made).toHaveLength(count);
          expect(made.at(-1)?.at).toBeCloseTo((count * 60_000) / rate, 4);
          const gaps = made.map(({ at }, index) => at - (made[index - 1]?.at ?? 0));
          const stretch = (gaps[0] ?? 0) / (trace[0]?.gap ?? 1);
          gaps.forEach((gap, index) => {
            expect(gap).toBeCloseTo((trace[index % trace.length]?.gap ?? 0) * stretch, 3);
          });
          for (const { questionTokens, answerTokens } of made)
            expect(Math.min(questionTokens, answerTokens)).toBeGreaterThanOrEqual(1);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("go on without an end, and then have the rate over every round", () => {
    const trace = readTrace(ROOT);
    let at = 0;
    for (const arrival of arrivals(trace, 1200)) {
      if (arrival.index === 2 * trace.length) break;
      ({ at } = arrival);
    }
    expect(at).toBeCloseTo((2 * trace.length * 60_000) / 1200, 3);
  });

  it("use both ways alike, each with all priorities", () => {
    const made = [...arrivals(readTrace(ROOT), 600, 1000)];
    for (const via of ["router", "queue"] as const) {
      const ofWay = made.filter((arrival) => arrival.via === via);
      const share = (priority: Arrival["priority"]) =>
        ofWay.filter((arrival) => arrival.priority === priority).length;
      expect([share("high"), share("low"), share("normal")]).toEqual([50, 100, 350]);
    }
  });

  it("name the line of a trace that can't be read", () => {
    const head = "gap_ms,context_tokens,generated_tokens\n";
    expect(parseTrace(`${head}1,2,3\n`)).toEqual([{ gap: 1, contextTokens: 2, generatedTokens: 3 }]);
    expect(() => parseTrace(`${head}1,2,3\n1,x,3\n`)).toThrow("line 3");
    expect(() => parseTrace("a,b\n1,2\n")).toThrow("line 1");
    expect(() => parseTrace(head)).toThrow("empty");
  });
});

describe("the pace", () => {
  it("waits for no answer, and counts from the time that was intended when it is late itself", async () => {
    const requests = [...arrivals(readTrace(ROOT), 60_000, 200)];
    const seen: number[] = [];
    const began = performance.now();
    const { sent } = await pace(requests, ({ at }, intended) => {
      // A sender that is busy for a while.
      if (seen.length === 20) for (const until = performance.now() + 60; performance.now() < until;);
      seen.push(intended - at);
    });
    expect(sent).toBe(200);
    // Every intended time is the start and the time of the trace, never when it really was.
    expect(new Set(seen.map((start) => start.toFixed(3))).size).toBe(1);
    expect(seen[0]).toBeGreaterThanOrEqual(began);
  });

  it("stops when it is told to, also between two requests that are far apart", async () => {
    const [first] = [...arrivals([{ gap: 1, contextTokens: 1, generatedTokens: 1 }], 60_000, 1)];
    if (first === undefined) throw new Error("no arrival");
    let stopped = false;
    const far = { ...first, index: 1, at: 3_600_000 };
    const { sent } = await pace(
      [first, far],
      () => (stopped = true),
      () => stopped,
    );
    expect(sent).toBe(1);
  });
});

describe("the times", () => {
  it("have percentiles that are right to a thousandth", () => {
    const recorder = new TimeRecorder();
    expect(recorder.times()).toMatchObject({ count: 0, p95: null });
    for (let value = 1; value <= 1000; value += 1) recorder.record(value);
    const { count, mean, p50, p95, p99, max } = recorder.times();
    expect(count).toBe(1000);
    for (const [found, wanted] of [
      [mean, 500.5],
      [p50, 500],
      [p95, 950],
      [p99, 990],
      [max, 1000],
    ] as const)
      expect(Math.abs((found ?? 0) - wanted)).toBeLessThanOrEqual(wanted / 500);
  });
});

describe("the search", () => {
  it("finds the largest rate that is kept, whatever was known before", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 50_000 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 4 }),
        async (limit, rates) => {
          const known = rates.map((rate) => ({ rate, kept: rate <= limit }));
          const { largest, broken, tries } = await largestKept(
            known,
            (rate) => Promise.resolve(rate <= limit),
            { first: 400, within: 0.1, goOn: () => true },
          );
          expect(largest).toBeLessThanOrEqual(limit);
          expect(broken).toBeGreaterThan(limit);
          expect((broken ?? 0) - (largest ?? 0)).toBeLessThanOrEqual(Math.max(1, 0.1 * (largest ?? 0)));
          expect(tries.length - known.length).toBeLessThan(30);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("ends when there is no more time, and when nothing is kept", async () => {
    const options = { first: 400, within: 0.1, goOn: () => false };
    const never = () => Promise.reject(new Error("not to be tried"));
    expect(await largestKept([{ rate: 7, kept: true }], never, options)).toMatchObject({
      largest: 7,
      broken: null,
    });
    const none = await largestKept([], () => Promise.resolve(false), { ...options, goOn: () => true });
    expect(none).toMatchObject({ largest: null, broken: 1 });
  });
});
