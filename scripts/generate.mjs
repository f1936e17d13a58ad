// Makes what is generated and committed: types and validators from the schemas, pages from rules and problems.
// `--check` writes nothing and fails when something is stale.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";
import { RULE_PAGES, rulePages } from "./lib/rule-pages.mjs";
import { templates } from "./lib/templates.mjs";

ensureInstalled();
const { compile } = await import("json-schema-to-typescript");
const { default: Ajv2020 } = await import("ajv/dist/2020.js");
const { default: standaloneCode } = await import("ajv/dist/standalone/index.js");

const SCHEMAS = {
  agents: "catalog/schemas/agents.schema.json",
  profiles: "catalog/schemas/profiles.schema.json",
  services: "catalog/schemas/services.schema.json",
  imagesLock: "catalog/schemas/images-lock.schema.json",
  exemptions: "catalog/schemas/exemptions.schema.json",
  baseline: "catalog/schemas/baseline.schema.json",
  tiers: "stacks/tiers.schema.json",
};
const HEADER = "// Generated from the JSON Schemas by `npm run generate`. Do not edit.\n";

const files = new Map();

const types = [];
for (const path of Object.values(SCHEMAS)) {
  const schema = JSON.parse(readFileSync(join(root, path), "utf8"));
  types.push(
    await compile(schema, schema.title, {
      bannerComment: "",
      additionalProperties: false,
      format: false,
      maxItems: -1,
    }),
  );
}
// The same definition stands in several schemas: one declaration is enough.
const seen = new Set();
const unique = types
  .join("\n")
  .split(/(?=^\/\*\*|^export )/m)
  .reduce((kept, block) => {
    const name = /^export (?:interface|type) (\w+)/m.exec(block)?.[1];
    if (name === undefined) return [...kept, block];
    if (seen.has(name)) {
      if (kept.at(-1)?.startsWith("/**")) kept.pop();
      return kept;
    }
    seen.add(name);
    return [...kept, block];
  }, [])
  .join("");
files.set("fleet/catalog/schema.generated.ts", `${HEADER}${unique.trim()}\n`);

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  code: { source: true, esm: false, lines: true },
});
const exports = {};
for (const [name, path] of Object.entries(SCHEMAS)) {
  const schema = JSON.parse(readFileSync(join(root, path), "utf8"));
  ajv.addSchema(schema);
  exports[name] = schema.$id;
}
files.set("fleet/catalog/validators.generated.js", `${HEADER}${standaloneCode(ajv, exports)}\n`);

// The kept report of drift is read by `fleet up` alone: a validator of its own keeps it out of every other start.
const DRIFT_VALIDATOR = "fleet/drift/report-validator.generated";
const driftAjv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  code: { source: true, esm: false, lines: true },
});
const driftSchema = JSON.parse(readFileSync(join(root, "docs/schemas/drift.schema.json"), "utf8"));
driftAjv.addSchema(driftSchema);
files.set(
  `${DRIFT_VALIDATOR}.js`,
  `${HEADER}${standaloneCode(driftAjv, { driftReport: driftSchema.$id })}\n`,
);
files.set(
  `${DRIFT_VALIDATOR}.d.ts`,
  `${HEADER}import type { SchemaValidator } from "../catalog/schema-validator";\n\nexport const driftReport: SchemaValidator;\n`,
);

const declarations = Object.keys(SCHEMAS)
  .map((name) => `export const ${name}: SchemaValidator;`)
  .join("\n");
files.set(
  "fleet/catalog/validators.generated.d.ts",
  `${HEADER}import type { SchemaValidator } from "./schema-validator";\n\n${declarations}\n`,
);

const check = process.argv.includes("--check");
const stale = [];
/** Writes what is stale; with `--check` only notes it. */
function write(made) {
  for (const [path, text] of made) {
    const file = join(root, path);
    const old = existsSync(file) ? readFileSync(file, "utf8") : null;
    if (old === text) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
// First the validators: the pages below are made by reading the catalog with them.
write(files);
for (const [path, text] of templates()) files.set(path, text);
for (const [path, text] of await rulePages()) files.set(path, text);
const { importTypeScript } = await import("./lib/typescript.mjs");
const { errorDocs } = await importTypeScript("cli/explain/docs.ts");
for (const [path, text] of errorDocs()) files.set(path, text);
write(files);

// A page outlives its rule unless somebody removes it.
for (const name of existsSync(join(root, RULE_PAGES)) ? readdirSync(join(root, RULE_PAGES)) : []) {
  const path = `${RULE_PAGES}/${name}`;
  if (files.has(path)) continue;
  stale.push(path);
  if (!check) rmSync(join(root, path));
}
if (check && stale.length > 0) {
  console.error(`stale, run \`npm run generate\`:\n${stale.map((path) => `  ${path}`).join("\n")}`);
  process.exitCode = 1;
} else {
  console.error(stale.length === 0 ? "generated files are fresh" : `generated ${stale.join(", ")}`);
}
