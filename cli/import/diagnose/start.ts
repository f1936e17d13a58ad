import type { Note } from "../notes";
import type { ComposeService } from "../service";
import { noteOf } from "./context";

const INSTALLS =
  /\b(pip3?|uv|poetry|npm|yarn|pnpm|apt-get|apt|apk|gem|cargo)\b[^;&|\n]{0,200}?\s(?:install|add|ci|sync)\b/;

/** Packages that are fetched at every start, before anything listens. */
export function start(service: ComposeService): readonly Note[] {
  const tool = INSTALLS.exec(service.start?.value ?? "")?.[1];
  if (tool === undefined) return [];
  const { health } = service;
  const patience = health === null || health.disabled ? null : health.retries * health.interval;
  const hasPeriod = (health?.startPeriod ?? 0) > 0;
  const late =
    patience === null || hasPeriod
      ? ""
      : `; no start period is given, so after ${health?.retries ?? 0} × ${health?.interval ?? 0} s it is unhealthy before it listens`;
  return [
    noteOf(service, {
      kind: "broken",
      code: "start-installs-packages",
      place: service.start?.place,
      text: `installs packages with ${tool} at every start, over the network, before it serves${late}`,
      fix: "install them when the image is built, and name that image in the catalog",
    }),
  ];
}
