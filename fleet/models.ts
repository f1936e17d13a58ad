/** What a model server reads of which models it holds; separated by spaces. */
export const MODELS_VARIABLE = "FLEET_MODELS";
