/** The API of Docker Engine 25, the first with an interval of the health check for the start. */
const START_INTERVAL = "1.44";

/** True when an API is known to have an interval of the health check for the start. */
export function hasStartInterval(api: string | null | undefined): boolean {
  const [major = 0, minor = 0] = (api ?? "").split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = START_INTERVAL.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
