/** A cycle as the path that leads back to its start. */
export type Cycle = readonly string[];

/**
 * Every edge that closes a cycle, each with the path it closes: without these edges there is an order for all.
 * One pass without recursion, in the order of the edges. Targets that are no nodes are left out.
 *
 * @param most paths are only made for so many; the rest is counted
 */
export function cyclesOf(
  edges: ReadonlyMap<string, readonly string[]>,
  most: number,
): { readonly cycles: readonly Cycle[]; readonly more: number } {
  const done = new Set<string>();
  const cycles: Cycle[] = [];
  let more = 0;
  for (const start of edges.keys()) {
    if (done.has(start)) continue;
    const stack: { readonly node: string; next: number }[] = [{ node: start, next: 0 }];
    const depthOnPath = new Map([[start, 0]]);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const target = edges.get(top.node)?.[top.next];
      if (target === undefined) {
        done.add(top.node);
        depthOnPath.delete(top.node);
        stack.pop();
        continue;
      }
      top.next += 1;
      if (!edges.has(target) || done.has(target)) continue;
      const depth = depthOnPath.get(target);
      if (depth === undefined) {
        depthOnPath.set(target, stack.length);
        stack.push({ node: target, next: 0 });
      } else if (cycles.length < most) {
        cycles.push([...stack.slice(depth).map((frame) => frame.node), target]);
      } else {
        more += 1;
      }
    }
  }
  return { cycles, more };
}
