/** More different texts than this are computed again rather than kept. */
const MOST = 1000;

/**
 * Remembers what a pure function said of a text. Containers of a fleet share most of their texts, so each is read
 * once instead of once an agent.
 */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, answer);
    return answer;
  };
}
