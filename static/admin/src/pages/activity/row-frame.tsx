import type { ReactNode } from 'react';
import type { Activity } from '#contract/activity';
import { MaskedKinds } from '../../parts/masked-kinds';
import { When } from '../../parts/when';

export interface RowOf {
  readonly at: number;
  /** Its name. */
  readonly connection: string;
  readonly masked?: Activity['masked'];
}

interface RowFrameProps {
  /** Absent: the row belongs to the one above, which says it. */
  readonly of?: RowOf;
  readonly finding: ReactNode;
  readonly done: ReactNode;
  readonly issues?: ReactNode;
}

/** The cells of a row of the log. */
export function RowFrame({ of, finding, done, issues }: RowFrameProps) {
  return (
    <tr {...(of === undefined && { className: 'sf-log-inner' })}>
      <td>
        {of && (
          <>
            <When at={of.at} />
            <bdi className="sf-subtle sf-small sf-log-from">{of.connection}</bdi>
          </>
        )}
      </td>
      <td>{finding}</td>
      <td>
        {done}
        {of?.masked !== undefined && <MaskedKinds masked={of.masked} />}
      </td>
      <td>{issues}</td>
      <td>{of && <bdi>{of.connection}</bdi>}</td>
    </tr>
  );
}
