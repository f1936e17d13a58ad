// Before `npm pack`: everything that the package holds and a checkout does not.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";

ensureInstalled();
const { bundle } = await import("./lib/bundle.mjs");
await bundle();

const types = join(root, "dist", "types");
rmSync(types, { recursive: true, force: true });
const tsc = spawnSync(
  process.execPath,
  [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", join(root, "tsconfig.library.json")],
  { stdio: ["ignore", 2, 2] },
);
if (tsc.status !== 0) process.exit(tsc.status ?? 1);
// Written by hand, so the compiler does not copy it; other declarations may name it.
mkdirSync(join(types, "fleet", "catalog"), { recursive: true });
copyFileSync(
  join(root, "fleet/catalog/validators.generated.d.ts"),
  join(types, "fleet/catalog/validators.generated.d.ts"),
);

// Not in catalog/: a folder of that name is how a fleet is known.
const schemas = join(root, "dist", "schemas");
rmSync(schemas, { recursive: true, force: true });
mkdirSync(schemas, { recursive: true });
for (const folder of ["catalog/schemas", "stacks"]) {
  for (const name of readdirSync(join(root, folder)).filter((file) => file.endsWith(".schema.json")))
    copyFileSync(join(root, folder, name), join(schemas, name));
}
