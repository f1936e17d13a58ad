// Generated from the JSON Schemas by `npm run generate`. Do not edit.
import type { SchemaValidator } from "./schema-validator";

export const agents: SchemaValidator;
export const profiles: SchemaValidator;
export const services: SchemaValidator;
export const imagesLock: SchemaValidator;
export const exemptions: SchemaValidator;
export const baseline: SchemaValidator;
export const tiers: SchemaValidator;
