import type { FileChange, FoundContainer } from "./found";

/** What Docker itself writes into every container. */
const OWN = [
  ...["/dev", "/proc", "/sys", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/etc/mtab"],
  // Where it mounts the first process of a container with `init`.
  "/sbin/docker-init",
];
const WORDS = ["changed", "added", "deleted"];
/** More say nothing that the first don't. */
const MAX_SHOWN = 20;

/**
 * Changes of a container's own file system that nobody declared, as `added /etc/evil`; a changed folder is left out
 * for what changed in it. Mounts are no part of it: what stands in a volume or in /tmp may move.
 *
 * @param written files that were declared to be written into it
 */
export function undeclaredChanges(container: FoundContainer, written: readonly string[]): string[] {
  const { info, changes } = container;
  const mounts = [
    ...info.Mounts.map((mount) => mount.Destination),
    ...Object.keys(info.HostConfig.Tmpfs ?? {}),
  ];
  const allowed = [...OWN, ...mounts, ...written].map((path) => path.replace(/\/$/, ""));
  const left = (changes ?? []).filter(
    ({ Path }) => !allowed.some((path) => isWithin(Path, path) || isWithin(path, Path)),
  );
  const leaves = left.filter(
    (change) =>
      change.Kind !== 0 || !left.some((other) => other !== change && isWithin(other.Path, change.Path)),
  );
  const lines = leaves.map(lineOf).sort();
  if (lines.length <= MAX_SHOWN) return lines;
  return [...lines.slice(0, MAX_SHOWN), `and ${lines.length - MAX_SHOWN} more`];
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function lineOf({ Path, Kind }: FileChange): string {
  return `${WORDS[Kind] ?? "changed"} ${Path}`;
}
