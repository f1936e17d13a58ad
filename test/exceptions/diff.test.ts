import { checkStack } from "../../cli/pipeline";
import { Timings } from "../../cli/timings";
import { diffFleets } from "../../cli/diff/compute";
import { diffMarkdown } from "../../cli/reporters/diff-markdown";
import { diffText } from "../../cli/reporters/diff-text";
import { parseDay } from "../../fleet/units/day";
import type { Day } from "../../fleet/units/day";
import pico from "picocolors";
import { Project } from "../support/project";
import { DAY, LIMIT, STACK, entry, prepare } from "./cases";
import type { ExemptionCase } from "./cases";

/** What `fleet diff` says of a change from one state of the exemptions to another. */

function checked(line: Partial<ExemptionCase>) {
  const project = new Project();
  try {
    prepare(project, { title: "", entries: null, expect: [], ...line });
    return checkStack(project.root, STACK, new Timings(), parseDay(line.today ?? DAY) as Day);
  } finally {
    project.remove();
  }
}

function rulesOf(before: Partial<ExemptionCase>, after: Partial<ExemptionCase>) {
  const { rules } = diffFleets(checked(before), checked(after), "main");
  const of = (list: readonly { readonly rule: string }[]) => list.map(({ rule }) => rule);
  return { broken: of(rules.broken), fixed: of(rules.fixed), exempted: of(rules.exempted) };
}

const exempt = { entries: [entry()] };

it("tells what is newly exempted from what is fixed", () => {
  expect(rulesOf({}, exempt)).toEqual({ broken: [], fixed: [], exempted: [LIMIT] });
});

it("also what breaks the rule and is exempted in the same change", () => {
  expect(rulesOf({ memory: "512MiB" }, exempt)).toEqual({ broken: [], fixed: [], exempted: [LIMIT] });
});

it("calls newly broken what an exemption no longer covers", () => {
  expect(rulesOf(exempt, {})).toEqual({ broken: [LIMIT], fixed: [], exempted: [] });
});

it("says nothing of what was exempted before and still is", () => {
  expect(rulesOf(exempt, exempt)).toEqual({ broken: [], fixed: [], exempted: [] });
});

it("shows who let it through, until when, and never as passed", () => {
  const diff = diffFleets(checked({}), checked(exempt), "main");
  const why =
    "until 2026-07-31, FLEET-12, approved by platform: the model does not fit until it is quantised";
  const text = diffText(diff, pico.createColors(false));
  expect(text).toContain("1 finding exempted");
  expect(text).toContain(
    `newly exempted: agent autogpt  memory 2 GiB -> at most 1 GiB (exempted) [${LIMIT}]`,
  );
  expect(text).toContain(`let through  ${why} (catalog/exemptions.yaml:3:5)`);
  const markdown = diffMarkdown(diff);
  expect(markdown).toContain("**Newly exempted**");
  expect(markdown).toContain("| exempted | autogpt | memory 2 GiB -&gt; at most 1 GiB<br>until 2026-07-31");
});
