import type { GridPos, Panel, RowPanel } from "./types";

/** Grafana's grid. */
const COLUMNS = 24;
const HEIGHT = { stat: 4, timeseries: 8, table: 8 } as const;

/** Panels under a heading, as many beside each other as it says. */
export interface Row {
  readonly title: string;
  readonly perLine: 1 | 2 | 3 | 4 | 6;
  readonly panels: readonly Panel[];
}

/** Gives every panel its place and its number, from left to right and from top to bottom. */
export function layout(rows: readonly Row[]): readonly (Panel | RowPanel)[] {
  const placed: (Panel | RowPanel)[] = [];
  let y = 0;
  for (const { title, perLine, panels } of rows) {
    const gridPos = { x: 0, y, w: COLUMNS, h: 1 };
    placed.push({ type: "row", id: placed.length + 1, title, collapsed: false, gridPos, panels: [] });
    y += 1;
    const width = COLUMNS / perLine;
    for (let first = 0; first < panels.length; first += perLine) {
      const line = panels.slice(first, first + perLine);
      const height = Math.max(...line.map(({ type }) => HEIGHT[type]));
      for (const [column, panel] of line.entries()) {
        const place: GridPos = { x: column * width, y, w: width, h: height };
        placed.push({ ...panel, id: placed.length + 1, gridPos: place });
      }
      y += height;
    }
  }
  return placed;
}
