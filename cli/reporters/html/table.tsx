import type { ComponentChildren } from "preact";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly number?: boolean;
}

/**
 * A table that turns into cards on a narrow screen. Its parts carry their roles, because a table that is laid
 * out as blocks is no table any more for a screen reader.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  id,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** The id of a row, where it can be jumped to. */
  readonly id?: (row: Row) => string;
}) {
  return (
    <table role="table">
      <caption class="hide">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, number }) => (
            <th role="columnheader" scope="col" class={number === true ? "number" : ""}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" {...(id === undefined ? {} : { id: id(row) })}>
            {columns.map((column, index) => (
              <Cell column={column} row={row} first={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({
  column,
  row,
  first,
}: {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly first: boolean;
}) {
  if (first) {
    return (
      <th role="rowheader" scope="row">
        {column.cell(row)}
      </th>
    );
  }
  const content = column.cell(row);
  // A card leaves out what counts nothing; a table needs it to keep its columns.
  const kind = column.number === true ? (content === 0 ? "number none" : "number") : "";
  return (
    <td role="cell" class={kind} data-head={column.head}>
      <div>{content}</div>
    </td>
  );
}
