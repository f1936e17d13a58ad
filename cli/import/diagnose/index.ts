import type { Note } from "../notes";
import type { ComposeService } from "../service";
import type { Context, Diagnose } from "./context";
import { environment } from "./environment";
import { health } from "./health";
import { image } from "./image";
import { security } from "./security";
import { start } from "./start";
import { whole } from "./whole";

const EACH: readonly Diagnose[] = [health, start, environment, image, security];

/** Why these services do not run, or not safely; and what of them the fleet does in another way. */
export function diagnose(services: readonly ComposeService[], context: Context): readonly Note[] {
  return [
    ...services.flatMap((service) => EACH.flatMap((look) => look(service, context))),
    ...whole(services, context),
  ];
}
