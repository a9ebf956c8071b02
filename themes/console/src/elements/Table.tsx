import "@patternfly/react-styles/css/components/Table/table.css";
import "@patternfly/react-styles/css/components/Table/table-grid.css";
import type { ReactNode } from "react";

export type Column<T> = {
  title: string;
  /** Its title is for screen readers only: the cells explain themselves. */
  hidden?: boolean;
  /** What the row is about: as a card, it needs no title. */
  main?: boolean;
  cell: (row: T) => ReactNode;
};

type Props<T> = { label: string; columns: Column<T>[]; rows: T[]; id: (row: T) => string; testId: string };

/** A table that becomes a list of cards where there is no room for columns. */
export const Table = <T,>({ label, columns, rows, id, testId }: Props<T>) => (
  <table className="pf-v5-c-table pf-m-grid-lg workfront-table" aria-label={label} data-testid={testId}>
    <thead className="pf-v5-c-table__thead">
      <tr className="pf-v5-c-table__tr">
        {columns.map(({ title, hidden }) => (
          <th key={title} scope="col" className="pf-v5-c-table__th">
            {hidden ? <span className="pf-v5-u-screen-reader">{title}</span> : title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="pf-v5-c-table__tbody">
      {rows.map((row) => (
        <tr key={id(row)} className="pf-v5-c-table__tr" data-testid={`row-${id(row)}`}>
          {columns.map(({ title, hidden, main, cell }) => (
            <td key={title} className="pf-v5-c-table__td" data-label={hidden || main ? undefined : title}>
              {cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
