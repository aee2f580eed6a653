/** A table at a desk that folds to a list on a phone, with what can be done in its last column. */
import type { ReactNode } from 'react';

interface Folding {
  /** What the table is called. */
  readonly name: string;
  readonly look: string;
  readonly columns: readonly string[];
  /** The rows; their last cell is of the class `do`. */
  readonly children: ReactNode;
}

export function FoldTable({ name, look, columns, children }: Folding) {
  return (
    <table className={`tbl fold ${look}`} aria-label={name}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">
            <span className="sr">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
