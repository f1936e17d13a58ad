import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

/** The folder of the project, whatever the current folder is. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
