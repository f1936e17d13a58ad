import { firstWord, programName } from "../../../policies/read/health-command";
import { lacks, lacksShell } from "../known-images";
import type { Note } from "../notes";
import type { ComposeService, HealthCheck } from "../service";
import { noteOf } from "./context";
import type { Context } from "./context";

/** A check that can't pass, that passes for a broken agent, or that is not there. */
export function health(service: ComposeService, context: Context): readonly Note[] {
  const { health: check } = service;
  if (check === null)
    return [
      noteOf(service, {
        kind: "broken",
        code: "health-check-missing",
        text: "has no health check: nobody sees when it stops answering",
        fix: `the catalog checks ${context.livenessPath} with what the image has; let the agent answer there`,
      }),
    ];
  if (check.disabled)
    return [
      noteOf(service, {
        kind: "broken",
        code: "health-check-disabled",
        place: check.place,
        text: "switches its health check off",
        fix: `the catalog checks ${context.livenessPath}; let the agent answer there`,
      }),
    ];
  return [
    ...missingCommand(service, check),
    ...onlyConnects(service, check, context),
    ...otherPath(service, check, context),
  ];
}

/** The programs that a check begins with; a shell line may try several. */
export function programsOf(check: HealthCheck): readonly string[] {
  const line = check.command.join(" ");
  if (!check.shell) return [programName(check.command[0] ?? "")].filter((word) => word !== "");
  return line
    .split(/\|\||&&|[;|]/)
    .map((part) => programName(firstWord(part)))
    .filter((word) => word !== "" && word !== "exit");
}

function missingCommand(service: ComposeService, check: HealthCheck): readonly Note[] {
  const image = service.image?.value ?? "";
  if (check.shell && lacksShell(image))
    return [
      noteOf(service, {
        kind: "broken",
        code: "health-command-missing",
        place: check.place,
        text: `the check is a line for a shell, and ${image} has none: it can't pass, whatever the agent does`,
        fix: "check with a program that the image has, as a list that begins with CMD",
      }),
    ];
  const [program] = programsOf(check);
  if (program === undefined || lacks(image, program) !== true || installs(service, program)) return [];
  return [
    noteOf(service, {
      kind: "broken",
      code: "health-command-missing",
      place: check.place,
      text: `the check runs ${program}, which ${image} does not have: it can't pass, whatever the agent does`,
      fix: "the catalog checks with the runtime of the image; its `runtime` says which",
    }),
  ];
}

/** True where the container puts the program in itself before it serves. */
function installs(service: ComposeService, program: string): boolean {
  return new RegExp(`\\b(?:apt-get|apt|apk)\\b[^;&|]{0,300}\\b${program}\\b`).test(
    service.start?.value ?? "",
  );
}

const CONNECTS =
  /\bnc\b[^;&|]{0,40}\s-\w*z|\/dev\/tcp\/|socket\.(?:create_connection|socket)|net\.(?:connect|createConnection)|\btelnet\b/;
const ASKS = /https?:\/\/|urllib|http\.client|requests\.|fetch\(|http\.get/;

function onlyConnects(
  service: ComposeService,
  check: HealthCheck,
  { livenessPath }: Context,
): readonly Note[] {
  const line = check.command.join(" ");
  if (!CONNECTS.test(line) || ASKS.test(line)) return [];
  return [
    noteOf(service, {
      kind: "broken",
      code: "health-tcp-only",
      place: check.place,
      text: "the check only opens a TCP connection: it passes while the agent is broken",
      fix: `the catalog asks ${livenessPath} over HTTP; let the agent answer there`,
    }),
  ];
}

function otherPath(service: ComposeService, check: HealthCheck, context: Context): readonly Note[] {
  const path = urlOf(check)?.path ?? null;
  const { livenessPath, readinessPath } = context;
  if (path === null || path === livenessPath || path === readinessPath) return [];
  return [
    noteOf(service, {
      kind: "broken",
      code: "health-path-differs",
      place: check.place,
      text: `answers on ${path} alone, so nobody can tell "alive" from "ready": the contract is ${livenessPath} and ${readinessPath}`,
      fix: `let the agent answer on both, or change health in catalog/profiles.yaml`,
    }),
  ];
}

/** The port and path that a check asks; null where it asks no address. */
export function urlOf(
  check: HealthCheck | null,
): { readonly port: number | null; readonly path: string } | null {
  const line = check?.command.join(" ") ?? "";
  const match = /https?:\/\/[\w.\-[\]:]*?(?::(\d{1,5}))?(\/[\w./-]*)?(?=$|[\s'"?#;|&)])/.exec(line);
  if (match === null) return null;
  return { port: match[1] === undefined ? null : Number(match[1]), path: match[2] ?? "/" };
}
