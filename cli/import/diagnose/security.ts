import type { Note } from "../notes";
import type { ComposeService } from "../service";
import { noteOf } from "./context";

const SOCKET = /\/(?:docker|containerd|podman)\.sock$/;

/** What a container may do that an agent must not, and what it does not give up. */
export function security(service: ComposeService): readonly Note[] {
  const notes: Note[] = [];
  const broken = (code: string, place: Note["place"] | undefined, text: string, fix: string): void => {
    notes.push(noteOf(service, { kind: "broken", code, place, text, fix }));
  };
  if (service.privileged !== null)
    broken(
      "privileged",
      service.privileged,
      "is privileged: it can do to the host whatever it likes",
      "the fleet starts it without; find out what it needs",
    );
  if (service.capAdd !== null)
    broken(
      "capabilities-added",
      service.capAdd,
      "asks for more capabilities than a container has",
      "the fleet drops all of them; find out what it needs",
    );
  if (service.networkMode?.value === "host")
    broken(
      "host-network",
      service.networkMode.place,
      "shares the network of the host",
      "the fleet gives it a network of its own; agents are found by name",
    );
  const socket = service.volumes.find(({ source }) => source !== null && SOCKET.test(source));
  if (socket !== undefined)
    broken(
      "container-socket",
      socket.place,
      "has the socket of the container engine: that is root on the host",
      "the fleet mounts none; find out what it needs",
    );
  const open = [
    service.dropsCapabilities ? [] : ["drops no capability"],
    service.readOnly ? [] : ["has a writable root"],
    service.user === null ? ["runs as whatever user the image says"] : [],
  ].flat();
  if (open.length > 0)
    notes.push(
      noteOf(service, {
        kind: "lost",
        code: "not-confined",
        text: open.join(", "),
        fix: "nothing: the fleet drops all capabilities, makes the root read-only and sets a user",
      }),
    );
  return notes;
}
