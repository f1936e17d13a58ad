import { adoptDrift } from "../../cli/drift/adopt/run";
import { adoptMarkdown } from "../../cli/reporters/adopt-markdown";
import { adoptText } from "../../cli/reporters/adopt-text";
import { CONTAINER } from "../../fleet/resource";
import { difference, driftReport } from "../support/drift-report";
import { ROOT } from "../support/project";

/** Says something in every place where what was found is shown. */
const HOSTILE = "x`</td><script>|\n\u001b[31m@all ![a](http://b)";

const report = driftReport([
  difference({ found: 2048 }),
  difference({ property: "memorySwap", found: 2048 }),
  difference({ property: "pidsLimit", unit: null, declared: null, found: 50 }),
  difference({ property: "cpuShares", unit: null, declared: 1024, found: 2048, class: "both" }),
  difference({
    subject: { kind: "stranger", name: "sutazai-prod-odd", place: null, vital: false },
    resource: { type: CONTAINER, name: "sutazai-prod-odd", physical: "1" },
    ...{ property: "exists", unit: null, declared: null, found: HOSTILE, class: "unmanaged" },
  }),
]);
const adoption = adoptDrift(ROOT, "prod", report);

describe("what adopting would do", () => {
  it("in lines for people", () => {
    expect(adoptText(adoption)).toMatchSnapshot();
  });

  it("as the body of a pull request", () => {
    expect(adoptMarkdown(adoption, report)).toMatchSnapshot();
  });

  it("never lets what was found speak: no control characters, tags, mentions, links or cells", () => {
    expect(adoptText(adoption).join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    const body = adoptMarkdown(adoption, report);
    expect(body).not.toMatch(/<script|@all|\]\(|http:\/\//);
    expect(body.split("\n").filter((line) => line.includes("script"))).toHaveLength(1);
  });

  it("leaves alone what may move, is pending, or is said in other words", () => {
    const none = driftReport([
      difference({ class: "pending" }),
      difference({ class: "in-envelope" }),
      difference({ class: "noise" }),
    ]);
    expect(adoptDrift(ROOT, "prod", none)).toMatchObject({ files: [], adopted: [], refused: [] });
  });
});
