import type { Adoption } from "../drift/adopt/model";
import type { Difference } from "../drift/model";
import { changeText, count, plain } from "./drift-lines";

/** What adopting would do, in lines for people. */
export function adoptText({ adopted, refused, alsoChanges, breaks }: Adoption<Difference>): string[] {
  const who = ({ subject }: Difference): string => `${subject.kind} ${plain(subject.name)}`;
  return [
    `adopt: ${count(adopted.length, "difference")}, ${refused.length} left as they are`,
    ...adopted.map(
      ({ difference, place, key, value, follows }) =>
        `  + ${who(difference)} ${changeText(difference)}: ${follows ? "follows from " : ""}${key}: ${value} (${place})`,
    ),
    ...refused.map(
      ({ difference, reason }) => `  ! ${who(difference)} ${changeText(difference)}\n      left: ${reason}`,
    ),
    ...(alsoChanges.length === 0 ? [] : [`the same keys also change: ${alsoChanges.join(", ")}`]),
    ...breaks.map(
      ({ rule, level, subject, property, wanted }) =>
        `${level === "mandatory" ? "it would block" : "it would advise"}: ${subject} ${property} -> ${wanted ?? ""} [${rule}]`,
    ),
    ...(adopted.length === 0
      ? []
      : ["the catalog is shared by all stacks: what is adopted changes them all"]),
  ];
}
