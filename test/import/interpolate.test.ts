import fc from "fast-check";
import { readEnvFile } from "../../cli/import/env-file";
import { SubstitutionError, interpolate } from "../../cli/import/interpolate";
import { readBytes, readSeconds } from "../../cli/import/amounts";

const SET: Readonly<Record<string, string>> = { A: "one", EMPTY: "", B: "two" };
const look = (name: string): string | undefined => SET[name];
const text = (template: string): string => interpolate(template, look).text;

describe("variables in values", () => {
  it.each([
    ["$A", "one"],
    ["${A}", "one"],
    ["x${A}y$B.z", "xoney" + "two.z"],
    ["${NO:-default}", "default"],
    ["${EMPTY:-default}", "default"],
    ["${EMPTY-default}", ""],
    ["${NO-default}", "default"],
    ["${A:-default}", "one"],
    ["${A:+instead}", "instead"],
    ["${EMPTY:+instead}", ""],
    ["${EMPTY+instead}", "instead"],
    ["${NO+instead}", ""],
    ["${A?why}", "one"],
    ["${EMPTY?why}", ""],
    ["${NO:-${B}}", "two"],
    ["${NO:-${NEITHER:-deep}}", "deep"],
    ["${NO:-$A-$B}", "one-two"],
    ["$$A", "$A"],
    ["$${A}", "${A}"],
    ["cost: 5$", "cost: 5$"],
    ["$5 and $-", "$5 and $-"],
    ["", ""],
  ])("%s is %s", (template, expected) => {
    expect(text(template)).toBe(expected);
  });

  it.each([
    ["${NO?say which}", "NO is not set: say which"],
    ["${EMPTY:?}", "EMPTY is not set"],
    ["${A", "${A is not closed by }"],
    ["${A/x/y}", "${A is not closed by }"],
    ["${}", "a ${ without the name of a variable"],
    ["${1}", "a ${ without the name of a variable"],
    ["${NO:-x", "a ${ without its }"],
    ["${NO:-".repeat(30), "more than 20 substitutions inside each other"],
  ])("%s is refused", (template, message) => {
    expect(() => text(template)).toThrow(SubstitutionError);
    expect(() => text(template)).toThrow(message);
  });

  it("names what is not set, but not in a branch that is not taken", () => {
    expect(interpolate("$NO ${NEITHER} $A", look).unset).toEqual(["NO", "NEITHER"]);
    expect(interpolate("${A:-$NO}${NO:-x}${NO+$NEITHER}", look).unset).toEqual([]);
  });

  it("leaves what has no dollar, and puts any value in as it is", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, value) => {
        const plain = before.replaceAll("$", "");
        expect(interpolate(plain, () => value).text).toBe(plain);
        expect(interpolate(`${plain}\${A}`, () => value).text).toBe(plain + value);
        expect(interpolate(before.replaceAll("$", "$$$$"), () => value).text).toBe(before);
      }),
      { numRuns: 200 },
    );
  });
});

describe("env files", () => {
  const values = (file: string) =>
    Object.fromEntries(readEnvFile(file, look).variables.map(({ name, value }) => [name, value]));

  it.each([
    ["VAR=VAL", "VAL"],
    ['VAR="VAL"', "VAL"],
    ["VAR='VAL'", "VAL"],
    ["VAR=VAL # comment", "VAL"],
    ["VAR=VAL# not a comment", "VAL# not a comment"],
    ['VAR="VAL # not a comment"', "VAL # not a comment"],
    ['VAR="VAL" # comment', "VAL"],
    ["VAR='$OTHER'", "$OTHER"],
    ["VAR='${OTHER}'", "${OTHER}"],
    ["VAR='Let\\'s go!'", "Let's go!"],
    ['VAR="{\\"hello\\": \\"json\\"}"', '{"hello": "json"}'],
    ['VAR="some\\tvalue"', "some\tvalue"],
    ["VAR='some\\tvalue'", "some\\tvalue"],
    ["VAR=some\\tvalue", "some\\tvalue"],
    ["VAR=", ""],
    ["export VAR=$A", "one"],
    ['VAR="two\nlines"', "two\nlines"],
    ["\uFEFFx".slice(1) && "VAR = spaced ", "spaced"],
  ])("%j", (line, value) => {
    expect(values(`# comment\n\n${line}\nLAST=1\r\n`)).toEqual({ VAR: value, LAST: "1" });
  });

  it("knows earlier lines, and names without a value", () => {
    expect(values("ONE=1\nTWO=${ONE}2\nTHREE")).toEqual({ ONE: "1", TWO: "12", THREE: null });
  });

  it("says which lines are no variables, and reads the others", () => {
    const { variables, faults } = readEnvFile("A=1\nno variable\nB='open\nC=${\nD=4\n", look);
    expect(variables.map(({ name }) => name)).toEqual(["A", "D"]);
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe("amounts", () => {
  it.each([
    ["512M", 512],
    ["512m", 512],
    ["1g", 1024],
    ["1.5GB", 1536],
    ["2 GiB", 2048],
    ["1048576", 1],
    ["1", 1],
    ["300k", 1],
  ])("%s is %i MiB", (written, expected) => expect(readBytes(written)).toBe(expected));

  it.each(["", "x", "-1m", "0", "5q", "1m30s"])("%j is no memory", (written) =>
    expect(readBytes(written)).toBeNull(),
  );

  it.each([
    ["10ms", 0.01],
    ["40s", 40],
    ["1m30s", 90],
    ["1h5m30s20ms", 3930.02],
  ])("%s is %d s", (written, expected) => expect(readSeconds(written)).toBeCloseTo(expected));

  it.each(["", "5", "s", "1d", "1m 3s"])("%j is no duration", (written) =>
    expect(readSeconds(written)).toBeNull(),
  );
});
