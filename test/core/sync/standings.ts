/** Places of issues and settings, for tests of what statuses of Jira mean. */
import { Closing, type SettingsDocument, Space, Statuses } from '../../../src/contract/settings';
import type { Known, Place, Standing } from '../../../src/core/sync/meaning';
import { settingsOf } from '../builders';

export const todo: Place = { status: '1', category: 'new' };
export const doing: Place = { status: '2', category: 'indeterminate' };
export const done: Place = { status: '3', category: 'done' };
export const closed: Place = { status: '4', category: 'done' };
export const wontDo: Place = { ...done, resolution: '10' };

export const lists = (statuses: Record<string, { jira: string[]; direction?: string }>) =>
  Space.parse({
    statuses: Object.fromEntries(
      Object.entries(statuses).map(([name, { jira, direction = 'both' }]) => [
        name,
        { jira: jira.map((id) => ({ id })), direction },
      ]),
    ),
  });
export const plain = Space.parse({});
export const open: Known = { has: 'verified', lastOpen: 'verified' };

export const one = (
  before: Place | undefined,
  now: Place,
  space = plain,
  role: Standing['role'] = 'security',
) => [{ role, space, before, now }];
export const settings = (statuses: object = {}, closing: object = {}): SettingsDocument =>
  settingsOf({ statuses: Statuses.parse(statuses), closing: Closing.parse(closing) });
