import {
  allOf,
  isMended,
  isOneOf,
  isOpen,
  isOverdue,
  isWithin,
  severities,
} from '../../shared/jql/conditions';
import { type Week, weeksUpTo } from '../../shared/weeks';

/** The searches behind each number of the gadget. */
export interface Plan {
  readonly open: string;
  readonly severities: readonly { readonly severity: (typeof severities)[number]; readonly jql: string }[];
  readonly overdue: string;
  readonly weeks: readonly {
    readonly week: Week;
    /** Issues that were made in the week, and issues that were done in it and still are. */
    readonly opened: string;
    readonly resolved: string;
  }[];
  /** All that was resolved in these weeks, newest first. */
  readonly resolved: string;
}

const weekCount = 12;

/** When an issue was done: by the category of its status, which works without a resolution too. */
const doneAt = 'statusCategoryChangedDate';

/** What to ask for the issues of a scope. `today`: the day of the person who looks, YYYY-MM-DD. */
export function planOf(within: string, today: string): Plan {
  const weeks = weeksUpTo(today, weekCount);
  const whole = { from: weeks[0]?.from ?? today, to: weeks.at(-1)?.to ?? today };
  return {
    open: allOf([within, isOpen]),
    severities: severities.map((severity) => ({
      severity,
      jql: allOf([within, isOneOf('findingSeverity', [severity]), isOpen]),
    })),
    overdue: allOf([within, isOverdue]),
    weeks: weeks.map((week) => ({
      week,
      opened: allOf([within, isWithin('created', week)]),
      resolved: allOf([within, isMended, isWithin(doneAt, week)]),
    })),
    resolved: `${allOf([within, isMended, isWithin(doneAt, whole)])} ORDER BY ${doneAt} DESC`,
  };
}
