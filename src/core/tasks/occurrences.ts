import type { Task } from '../../contract/tasks';
import { addDays, dayOfMonth, isoWeek, weekday } from '../data/dates';

/** One turn of a task: the name of its period and the date on which it comes. */
export interface Occurrence {
  readonly period: string;
  readonly date: string;
}

type Schedule = Pick<Task, 'every' | 'on'>;

/** The turns from one date to another, both included, in order; at most so many. */
export function occurrences(task: Schedule, from: string, to: string, most: number): Occurrence[] {
  const found: Occurrence[] = [];
  for (
    let start = startOf(task.every, from);
    start <= to && found.length < most;
    start = next(task.every, start)
  ) {
    const one = { period: nameOf(task.every, start), date: dateIn(task, start) };
    if (one.date >= from && one.date <= to) found.push(one);
  }
  return found;
}

/** The first day of the period that a date lies in. */
function startOf(every: Task['every'], date: string): string {
  const { year, month } = partsOf(date);
  switch (every) {
    case 'day':
      return date;
    case 'week':
      return addDays(date, 1 - weekday(date));
    case 'month':
      return dayOfMonth(year, month, 1);
    case 'quarter':
      return dayOfMonth(year, 3 * quarterOf(month) - 2, 1);
    case 'year':
      return dayOfMonth(year, 1, 1);
  }
}

function next(every: Task['every'], start: string): string {
  const { year, month } = partsOf(start);
  switch (every) {
    case 'day':
      return addDays(start, 1);
    case 'week':
      return addDays(start, 7);
    case 'month':
      return dayOfMonth(year, month + 1, 1);
    case 'quarter':
      return dayOfMonth(year, month + 3, 1);
    case 'year':
      return dayOfMonth(year + 1, 1, 1);
  }
}

function dateIn({ every, on }: Schedule, start: string): string {
  if (every === 'day') return start;
  if (every === 'week') return addDays(start, on - 1);
  const { year, month } = partsOf(start);
  return dayOfMonth(year, month, on);
}

function nameOf(every: Task['every'], start: string): string {
  const { year, month } = partsOf(start);
  switch (every) {
    case 'day':
      return start;
    case 'week':
      return isoWeek(start);
    case 'month':
      return start.slice(0, 7);
    case 'quarter':
      return `${String(year)}-Q${String(quarterOf(month))}`;
    case 'year':
      return String(year);
  }
}

function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

function partsOf(date: string): { year: number; month: number } {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return { year, month };
}
