/** A portal's comment and its copies. */
import type { Copy, PortalEntry } from '../../../src/contract/stored/threads';

export const entry = (more: Partial<PortalEntry> = {}): PortalEntry => ({
  at: 5,
  writtenAt: 1,
  copies: [],
  ...more,
});
export const on = (issue: string, more: Partial<Copy> = {}): Copy => ({ issue, project: '10000', ...more });
export const there = on('10001', { id: 'c1', mark: 'm' });
export const taken = on('10001', { id: 'c1', gone: true });
