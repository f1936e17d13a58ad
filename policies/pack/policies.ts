import { validateResourceOfType } from "@pulumi/policy";
import type {
  Policies,
  ReportViolation,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { levelOf } from "../../fleet/tier";
import { CONTAINER } from "../../fleet/resource";
import { evaluate } from "../evaluate";
import type { Finding } from "../finding";
import type { Expected, ExceptionRule, FleetRule, ResourceRule, Rule } from "../rule";
import { plainFinding } from "../wording";
import { mends } from "./configuration";
import { Refusal } from "./refusal";
import { stackOf, viewOfArgs } from "./resource-view";
import { UNREMEMBERED } from "./views";
import type { Views } from "./views";

/** Answers what rules may expect; asked once the engine has said which stack it runs. */
export type Context = () => Expected;

/**
 * Every rule as a policy, with the level that the tier gives it. What they find is also told to who asks for it as
 * findings: the engine carries nothing but words. Rules on alerts are left to `fleet check`, which has
 * them: the engine only knows resources.
 *
 * @param views remembers resources from one rule to the next
 */
export function policiesOf(
  rules: readonly Rule[],
  context: Context,
  tell: (finding: Finding) => void = () => undefined,
  views: Pick<Views, "of" | "ofAll"> = UNREMEMBERED,
): Policies {
  return rules
    .filter((rule) => rule.scope !== "fleet" || rule.needsAlerts !== true)
    .map((rule) =>
      rule.scope === "resource"
        ? resourcePolicy(rule, context, tell, views)
        : stackPolicy(rule, rules, context, tell, views),
    );
}

function resourcePolicy(
  rule: ResourceRule,
  context: Context,
  tell: (finding: Finding) => void,
  views: Pick<Views, "of">,
): ResourceValidationPolicy {
  const validate = (args: ResourceValidationArgs, report: ReportViolation): void => {
    if (!rule.types.includes(args.type)) return args.notApplicable("Another type of resource");
    const expected = context();
    checkStack(args.urn, expected);
    const { findings, rules } = evaluate([views.of(args)], expected, [rule]);
    for (const finding of findings) {
      tell(finding);
      reportFinding(finding, report, args.urn);
    }
    const [result] = rules;
    if (result !== undefined && result.notApplicable > 0 && result.passed === 0 && findings.length === 0) {
      args.notApplicable("The rule does not concern this resource");
    }
  };
  // Not spread: that would ask for the level before anybody knows the stack.
  return Object.assign(metadata(rule, context), {
    validateResource: onlyOf(rule.types, validate),
    remediateResource: (args: ResourceValidationArgs) => {
      const expected = context();
      if (!mends(rule, expected.stack.tier) || !rule.types.includes(args.type)) return;
      const view = viewOfArgs(args);
      // What was let through stays as it is.
      const { findings } = evaluate([view], expected, [rule]);
      if (findings.length > 0 && findings.every(({ suppression }) => suppression !== null)) return;
      const mended = rule.mend?.(view, expected) ?? null;
      if (mended === null) return;
      // Everything else stays as it was sent, unknown values and secrets included.
      return Object.assign(args.props, mended);
    },
  });
}

/** A single type is left to the SDK, which then doesn't even unpack other resources. */
function onlyOf(types: readonly string[], validate: ResourceValidation): ResourceValidation {
  const [type, ...others] = types;
  if (type === undefined || others.length > 0) return validate;
  // The SDK knows a resource class by this property alone; loading the class would load the provider's SDK.
  const resourceClass = { __pulumiType: type } as unknown as Parameters<typeof validateResourceOfType>[0];
  return validateResourceOfType(resourceClass, (_props, args, report) => validate(args, report));
}

function stackPolicy(
  rule: FleetRule | ExceptionRule,
  known: readonly Rule[],
  context: Context,
  tell: (finding: Finding) => void,
  views: Pick<Views, "ofAll">,
): StackValidationPolicy {
  return Object.assign(metadata(rule, context), {
    validateStack: ({ resources }: StackValidationArgs, report: ReportViolation) => {
      const expected = context();
      const urns = new Map<string, string>();
      for (const resource of resources) {
        checkStack(resource.urn, expected);
        if (resource.type === CONTAINER) urns.set(resource.name, resource.urn);
      }
      const { findings } = evaluate(views.ofAll(resources), expected, [rule], known);
      for (const finding of findings) {
        tell(finding);
        reportFinding(finding, report, urns.get(finding.subject.name));
      }
    },
  });
}

function metadata(rule: Rule, context: Context) {
  return {
    name: rule.id,
    description: rule.description,
    severity: rule.severity,
    remediationSteps: rule.remediation,
    // No rule has settings of its own.
    configSchema: { properties: {} },
    // Asked by the engine after it has named the stack.
    get enforcementLevel() {
      const { tier } = context().stack;
      return mends(rule, tier) ? ("remediate" as const) : levelOf(tier, rule);
    },
  };
}

/** The SDK also takes the parts of a violation, which its types leave out; only so one can be less than its rule. */
type ReportParts = (violation: {
  readonly message: string;
  readonly urn?: string;
  readonly enforcementLevel?: "advisory";
}) => void;

function reportFinding(finding: Finding, report: ReportViolation, urn: string | undefined): void {
  (report as unknown as ReportParts)({
    message: plainFinding(finding),
    ...(urn === undefined ? {} : { urn }),
    // Not knowing is no violation, and neither is what was let through: they never block, and are never silent.
    ...(finding.status === "notEvaluated" || finding.suppression !== null
      ? { enforcementLevel: "advisory" }
      : {}),
  });
}

function checkStack(urn: string, { stack }: Expected): void {
  if (stackOf(urn) === stack.name) return;
  throw new Refusal(`the pack was told stack ${stack.name} and is shown stack ${stackOf(urn)}`);
}
