/** A plain value, as YAML and JSON can say it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One step into a value: the key of a mapping or the index of a list. */
export type PathStep = string | number;
