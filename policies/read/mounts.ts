import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { elementsOf, fieldOf, isAbsent } from "./values";

type Text = string | typeof UNKNOWN;

/** Something that is mounted from outside of the container. */
export interface Mount {
  /** Where it is declared, such as `volumes[0]`. */
  readonly property: string;
  /** A path of the host; null for a volume. Unknown when it may be a path. */
  readonly host: Text | null;
  /** The container whose mounts are all taken over; null where there is none. */
  readonly from: Text | null;
  readonly target: Text;
  readonly readOnly: boolean | typeof UNKNOWN;
}

const NONE: readonly Mount[] = Object.freeze([]);

/** Everything that `volumes` and `mounts` mount; an unknown list is one mount of which nothing is known. */
export function mountsOf(resource: ResourceView): readonly Mount[] {
  const { volumes, mounts } = resource.properties;
  if (isAbsent(volumes) && isAbsent(mounts)) return NONE;
  return [
    ...elementsOf(volumes).map((each, index) => volume(each, nameOf("volumes", volumes, index))),
    ...elementsOf(mounts).map((each, index) => mount(each, nameOf("mounts", mounts, index))),
  ];
}

function nameOf(property: string, list: PropertyValue, index: number): string {
  return list === UNKNOWN ? property : `${property}[${index}]`;
}

function volume(entry: PropertyValue, property: string): Mount {
  const path = fieldOf(entry, "hostPath");
  // The provider joins name and target for the engine, which takes a name that is a path for a path.
  const source = isAbsent(path) || path === "" ? fieldOf(entry, "volumeName") : path;
  const from = fieldOf(entry, "fromContainer");
  return {
    property,
    host: isAbsent(path) || path === "" ? pathOrNull(source) : text(path),
    from: isAbsent(from) || from === "" ? null : text(from),
    target: text(fieldOf(entry, "containerPath")),
    readOnly: flag(fieldOf(entry, "readOnly")),
  };
}

function mount(entry: PropertyValue, property: string): Mount {
  const type = fieldOf(entry, "type");
  const source = fieldOf(entry, "source");
  // The local volume driver binds a path of the host when it is told a device.
  const device = fieldOf(fieldOf(fieldOf(entry, "volumeOptions"), "driverOptions"), "device");
  const inner: Pick<Mount, "property" | "from" | "target"> = {
    property,
    from: null,
    target: text(fieldOf(entry, "target")),
  };
  const readOnly = flag(fieldOf(entry, "readOnly"));
  if (type === "tmpfs") return { ...inner, host: null, readOnly };
  if (type === UNKNOWN) {
    // A volume's name can't be a path; what may be one is judged as such.
    return { ...inner, host: source === UNKNOWN ? UNKNOWN : pathOrNull(source), readOnly };
  }
  if (type === "volume") return { ...inner, host: pathOrNull(device), readOnly };
  return { ...inner, host: text(source), readOnly };
}

function text(value: PropertyValue): Text {
  if (value === UNKNOWN) return UNKNOWN;
  return typeof value === "string" ? value : "";
}

function flag(value: PropertyValue): boolean | typeof UNKNOWN {
  return value === UNKNOWN ? UNKNOWN : value === true;
}

/** What may be the name of a volume is a path only when it looks like one. */
function pathOrNull(value: PropertyValue): Text | null {
  if (value === UNKNOWN) return UNKNOWN;
  return typeof value === "string" && /^[/\\.~]/.test(value) ? value : null;
}
