import { z } from 'zod';
import type { JiraAnswer } from '../types';
import { json } from './answers';
import type { ForgeCall } from './calls';
import { scopesOf, type Manifest } from './manifest';

const Report = z.object({
  accounts: z
    .array(z.object({ accountId: z.string().min(1).max(128), updatedAt: z.iso.datetime({ offset: true }) }))
    .min(1)
    .max(90),
});

/** Atlassian's personal data reporting API, and what tests say became of accounts. */
export class Accounts {
  readonly closed = new Set<string>();
  /** When (ms) accounts were last changed by their people. */
  readonly changedAt = new Map<string, number>();
  /** What was reported, call by call. */
  readonly reports: { accountId: string; updatedAt: string }[][] = [];

  constructor(private readonly manifest: Manifest) {}

  handle(call: ForgeCall): JiraAnswer {
    if (!scopesOf(this.manifest).has('report:personal-data') || call.meta.provider !== 'app')
      return json(403, { errorType: 'FORBIDDEN', errorMessage: 'The scope is missing.' });
    const report = call.method === 'POST' ? Report.safeParse(JSON.parse(call.body ?? 'null')) : undefined;
    if (!report?.success) return json(400, { errorType: 'invalidRequest', errorMessage: 'Malformed.' });
    const { accounts } = report.data;
    this.reports.push(accounts);
    const told = accounts.flatMap(({ accountId, updatedAt }) => {
      if (this.closed.has(accountId)) return [{ accountId, status: 'closed' }];
      const changed = this.changedAt.get(accountId) ?? 0;
      return changed > Date.parse(updatedAt) ? [{ accountId, status: 'updated' }] : [];
    });
    return told.length > 0 ? json(200, { accounts: told }) : json(204);
  }
}
