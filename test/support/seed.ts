import { configureGlobal } from "fast-check";

/**
 * Property tests ask the same questions in every run, so that what fails in CI fails here too. FLEET_TEST_SEED
 * asks others.
 */
configureGlobal({ seed: Number(process.env["FLEET_TEST_SEED"] ?? 20_261_124) });
