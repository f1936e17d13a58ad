import { EngineError } from "./engine-error";
import { failureError, failureOf } from "./failures";

/** The engine could not open the stack: it says why in its own words, with its whole output around them. */
export function unusable(backend: string, error: unknown): never {
  if (error instanceof EngineError) throw error;
  // A look at a stack that is not there yet is no failure of the place: who looks has an answer to that.
  if (error instanceof Error && error.name === "StackNotFoundError") throw error;
  const text = error instanceof Error ? error.message : String(error);
  const known = failureOf(text);
  if (known.code === "disk-full") throw failureError(known, `${backend}: ${text.trim()}`);
  const said = text.split("\n").filter((line) => line.includes("error:"));
  throw new EngineError(
    "backend-unusable",
    "the place of the state can't be used",
    `${backend}: ${said.length === 0 ? text.trim() : said.map((line) => line.trim()).join("; ")}`,
    "a backend of Pulumi that can be read and written",
    "Correct PULUMI_BACKEND_URL, or unset it: then the state is kept in your state folder.",
  );
}
