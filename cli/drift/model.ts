/** The shapes of drift stand in the domain, where the rule that reads a kept report can see them too. */
export { DRIFT, DRIFT_CLASSES, SUBJECT_KINDS } from "../../fleet/drift/model";
export type {
  Difference,
  DriftClass,
  DriftExemption,
  DriftReport,
  DriftSummary,
  Subject,
  SubjectKind,
  Value,
  Witness,
  WitnessRun,
} from "../../fleet/drift/model";
export {
  classOf,
  countsAsDrift,
  differenceKey,
  isDrift,
  joinDifferences,
  sameValue,
  sortDifferences,
  summarise,
} from "../../fleet/drift/classify";
