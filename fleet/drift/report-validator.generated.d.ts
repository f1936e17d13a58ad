// Generated from the JSON Schemas by `npm run generate`. Do not edit.
import type { SchemaValidator } from "../catalog/schema-validator";

export const driftReport: SchemaValidator;
