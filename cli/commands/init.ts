import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { InputError } from "../../fleet/problem";
import { EXIT } from "../exit-codes";
import { fleetNameOf, isFleetName } from "../init/guess";
import { newFleet } from "../init/templates";
import { writeNew } from "../init/write";

export interface InitOptions {
  /** Folder of this installation, which has `templates/` and `package.json`. */
  readonly home: string;
  /** Where the fleet goes; made when it is missing. */
  readonly folder: string;
  /** @default from the name of the folder */
  readonly name: string | null;
}

/** `fleet init`: a small fleet that passes `fleet check` at once. Asks nothing, writes over nothing. */
export function init({ home, folder, name }: InitOptions): number {
  const target = resolve(folder);
  const fleet = name ?? fleetNameOf(target);
  if (!isFleetName(fleet)) throw new InputError([wrongName(fleet)]);
  const { created, kept } = writeNew(target, newFleet(home, { FLEET: fleet, ...versions(home) }));
  const lines = [
    `fleet ${fleet} in ${target}`,
    ...created.map((path) => `  created  ${path}`),
    ...kept.map((path) => `  kept     ${path}, as it was`),
    "",
    "Next:",
    ...steps(target, kept),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return EXIT.fine;
}

function steps(target: string, kept: readonly string[]): readonly string[] {
  const folder = relative(process.cwd(), target);
  return [
    ...(folder === "" ? [] : [`  cd ${folder}`]),
    ...(kept.includes("package.json") ? [] : ["  npm install"]),
    "  npx fleet check --stack dev       asks every rule",
    "  npx fleet report --stack dev      writes plan, report and alert rules to out/dev/",
    "  npx fleet up --stack local        runs it here; needs Docker and Consul",
  ];
}

/** The versions that this installation was tested with. */
function versions(home: string): Readonly<Record<string, string>> {
  const own = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return {
    VERSION: own.version,
    PULUMI_VERSION: own.dependencies["@pulumi/pulumi"] ?? "latest",
    NODE_TYPES_VERSION: own.devDependencies["@types/node"] ?? "latest",
    TYPESCRIPT_VERSION: own.devDependencies["typescript"] ?? "latest",
  };
}

function wrongName(found: string) {
  return {
    code: "wrong-value",
    message: "this can't be the name of a fleet",
    found,
    wanted: "lower-case letters, digits and single hyphens, at most 30, such as night-shift",
    fix: `use --name ${fleetNameOf(found)}`,
  } as const;
}
