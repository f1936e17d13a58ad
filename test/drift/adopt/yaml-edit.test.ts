import fc from "fast-check";
import { parse } from "yaml";
import { setKeys } from "../../../cli/drift/adopt/yaml-edit";

const FILE = [
  "# first",
  "agents:",
  "  - name: a # behind a",
  "    role: x",
  "    dependsOn: [b, c] # behind the list",
  "",
  "    # a comment of its own",
  "  - { name: b, role: 'y' } # flow",
  "  - name: c",
  "    dependsOn:",
  "      - a # behind the item",
  "      # below the item",
  "  - name: d",
  '    owner: "platform" # quoted',
  "    memory: 128MiB",
  "services:",
  "  e:",
  "    {",
  "      image: x,",
  "      memory: 64MiB, # last",
  "    }",
  "  f: {}",
  "",
].join("\n");

/** The lines of `after` that `before` has not, and the other way round. */
function changed(before: string, after: string): { added: string[]; removed: string[] } {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return {
    added: now.filter((line) => !old.includes(line)),
    removed: old.filter((line) => !now.includes(line)),
  };
}

describe("setting a key", () => {
  const set = (path: readonly (string | number)[], key: string, value: string | number, text = FILE) =>
    setKeys(text, [{ path, key, value }]);

  it("adds a line at the end of an entry, before comments that stand alone", () => {
    const after = set(["agents", 0], "memory", "256MiB");
    expect(changed(FILE, after)).toEqual({ added: ["    memory: 256MiB"], removed: [] });
    expect(after).toContain("    dependsOn: [b, c] # behind the list\n    memory: 256MiB\n\n    # a comment");
  });

  it("adds a line after a list of lines, with its comments", () => {
    const after = set(["agents", 2], "memory", "256MiB");
    expect(after).toContain("      - a # behind the item\n    memory: 256MiB\n      # below the item\n");
    expect((parse(after) as { agents: object[] }).agents[2]).toEqual({
      name: "c",
      dependsOn: ["a"],
      memory: "256MiB",
    });
  });

  it("stays in the line of a mapping in braces", () => {
    const after = set(["agents", 1], "memory", "1GiB");
    expect(changed(FILE, after).added).toEqual(["  - { name: b, role: 'y', memory: 1GiB } # flow"]);
    expect(set(["services", "f"], "cpu", 0.5)).toContain("  f: { cpu: 0.5 }\n");
    expect(parse(set(["services", "e"], "cpu", 2))).toMatchObject({
      services: { e: { memory: "64MiB", cpu: 2 } },
    });
  });

  it("replaces a value and keeps what stands behind it, and its quotes", () => {
    expect(changed(FILE, set(["agents", 3], "memory", "1GiB"))).toEqual({
      added: ["    memory: 1GiB"],
      removed: ["    memory: 128MiB"],
    });
    expect(set(["agents", 3], "owner", "data")).toContain('    owner: "data" # quoted\n');
    expect(set(["agents", 1], "role", "it's")).toContain("role: 'it''s'");
  });

  it("leaves a value alone that is there already", () => {
    expect(set(["agents", 3], "memory", "128MiB")).toBe(FILE);
  });

  it("writes a mapping that is missing once, with all its keys", () => {
    const path = ["services", "e", "environment"];
    const after = setKeys(FILE, [
      { path, key: "A", value: "1" },
      { path, key: "B", value: "two: three" },
    ]);
    expect(parse(after)).toMatchObject({ services: { e: { environment: { A: "1", B: "two: three" } } } });
    expect(after).toContain('memory: 64MiB, environment: { A: "1", B: "two: three" }, # last');
  });

  it("keeps line ends of Windows, and a file without an end of line", () => {
    const windows = FILE.replaceAll("\n", "\r\n");
    const after = set(["agents", 0], "memory", "256MiB", windows);
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
    expect(after).toContain("# behind the list\r\n    memory: 256MiB\r\n");
    expect(set(["a"], "c", 1, "a:\n  b: x")).toBe("a:\n  b: x\n  c: 1");
  });

  it("refuses to write where nothing is", () => {
    expect(() => set(["agents", 9], "memory", "1GiB")).toThrow("nothing to set at agents.9");
  });

  it("writes any text so that it is read back as the same text, and changes one line", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("null", "true", "1", "- a", "a: b", "a #b", "[x", "it's", "~"),
    );
    const spot = fc.constantFrom(["agents", 0], ["agents", 1], ["agents", 3], ["services", "f"]);
    fc.assert(
      fc.property(text, spot, (value, path) => {
        const after = set(path, "owner", value);
        const entry = path.reduce<unknown>(
          (at, step) => (at as Record<string | number, unknown>)[step],
          parse(after),
        );
        expect(entry).toHaveProperty("owner", value);
        expect(
          Math.max(...Object.values(changed(FILE, after)).map((lines) => lines.length)),
        ).toBeLessThanOrEqual(1);
        for (const comment of FILE.match(/#.*/g) ?? []) expect(after).toContain(comment);
      }),
      { numRuns: 200 },
    );
  });
});
