import type { Catalog } from "../../fleet/catalog/types";
import type { CheckedTexts } from "../../fleet/source/checked-texts";
import type { Place } from "../../fleet/place";
import type { FleetPlan } from "../../fleet/plan/types";
import type { Stack } from "../../fleet/tier";
import type { Day } from "../../fleet/units/day";
import type { Report } from "../../policies/report";
import type { EngineErrorCode } from "./engine-error";

export type EngineCommand = "preview" | "up" | "destroy";

/** What the command line asks of the engine, once the plan has passed the check. */
export interface EngineRequest {
  readonly command: EngineCommand;
  /** The folder of the fleet. */
  readonly root: string;
  /** The folder of this installation: holds `policies/`, `tools/` and `dist/`. */
  readonly home: string;
  readonly catalog: Catalog;
  readonly stack: Stack;
  readonly plan: FleetPlan;
  /** The day on which exemptions count. */
  readonly today: Day;
  /** What was read of the catalog, for the policy pack. @default it reads the catalog itself */
  readonly texts?: CheckedTexts;
  /** What the check said of the plan. */
  readonly report: Report;
  readonly yes: boolean;
  /** How many resources are worked on at once. */
  readonly parallel: number;
  /** Compare with what really runs first. */
  readonly refresh: boolean;
  /** `up` at once: what the check lets through is not looked at in the engine first. @default false */
  readonly skipPreview?: boolean;
  /** Only a refresh preview of a stack that exists, without policies: for whoever reads its events. @default false */
  readonly look?: boolean;
  /** Show how far it is by drawing on stderr, which is a terminal then. @default false: line by line */
  readonly live?: boolean;
  /** Only these resources, by the end of their URN: `<type token>::<logical name>`. Left out: all. */
  readonly targets?: readonly string[];
}

/** A rule's word on a resource, as the engine told it; `message` is worded like `fleet check`. */
export interface Violation {
  readonly rule: string;
  readonly level: string;
  readonly message: string;
}

export interface Failure {
  readonly code: EngineErrorCode;
  readonly message: string;
  readonly found: string;
  readonly wanted: string;
  readonly fix: string;
}

/** What the engine does to a resource, or would do. */
export interface EngineStep {
  /** `create`, `update`, `replace`, `delete` and more, in the engine's words. */
  readonly op: string;
  readonly urn: string;
  /** Pulumi's type token. */
  readonly type: string;
  /** The logical name. */
  readonly name: string;
  /** The line of the agent or service it belongs to; null where there is none. */
  readonly place: Place | null;
  /** Paths of the properties that change. */
  readonly changes: readonly string[];
}

/** What a run did. Schema version 1 of `--format json`: docs/schemas/engine.schema.json. */
export interface EngineResult {
  readonly schemaVersion: 1;
  readonly command: EngineCommand;
  readonly stack: string;
  /** How far it came: what the check blocks is not shown to the engine. */
  readonly reached: "check" | "engine";
  /** Kind of change, such as `create`, to how many resources. */
  readonly changes: Readonly<Record<string, number>>;
  /** Everything but `same`. */
  readonly steps: readonly EngineStep[];
  /** What the rules say, in the check and in the engine. */
  readonly report: Report;
  readonly violations: readonly Violation[];
  /** Provider to `official` or the path of the program that ran. */
  readonly plugins: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly error: Failure | null;
  readonly exitCode: number;
}
