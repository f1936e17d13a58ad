/** What the exit code says. The README has the same table. */
export const EXIT = {
  fine: 0,
  blocked: 1,
  input: 2,
  notEvaluated: 3,
  drift: 4,
  internal: 70,
} as const;
