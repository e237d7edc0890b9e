/** The admin page's calls: name -> flow. Input is validated, and the caller is known to administer Jira. */
import type { AdminOutputs } from '../../contract/api';
import { readTotals } from '../../flows/activity/activity-totals';
import { checkReferences, readHealth } from '../../flows/settings/check-references';
import { tryMasking } from '../../flows/settings/check-masking';
import { exportSettings } from '../../flows/settings/export-settings';
import { findReceipt } from '../../flows/intake/find-receipt';
import { type ImportOutcome, importSettings } from '../../flows/settings/import-settings';
import { listAudit } from '../../flows/settings/list-audit';
import { type SaveOutcome, saveSettings } from '../../flows/settings/manage-settings';
import { previewUndo, undoSettings } from '../../flows/settings/undo-settings';
import { previewDeleting } from '../../flows/preview/preview-deleting';
import { previewSla } from '../../flows/preview/preview-sla';
import { previewFindings } from '../../flows/preview/preview-findings';
import { readActivity, searchActivity } from '../../flows/activity/read-activity';
import { type Chosen, chooseRival } from '../../flows/watch/settle-rivals';
import { retryHeld } from '../../flows/intake/retry-held';
import { tellStory } from '../../flows/panel/tell-story';
import { noteDeed } from '../../flows/connections/note-deed';
import { standingConnection } from '../../flows/connections/manage-connections';
import type { Calls, Refusal } from './call';
import { connectionCalls, noConnection } from './connection-calls';
import { groupCalls } from './group-calls';
import { ruleCalls, rulesProblems } from './rule-calls';
import { templateCalls } from './template-calls';
import { ownValue } from '../../core/data/own-value';
import { nextTurns } from '../../core/tasks/due-tasks';
import { invalid } from './invalid';

const noFinding: Refusal = {
  error: { code: 'not_found', message: 'Nothing is stored about this finding any more.' },
};
const noJira: Refusal = {
  error: { code: 'unavailable', message: 'Jira does not answer just now; nothing was changed.' },
};

const notChosen: Readonly<Record<Exclude<Chosen, 'taken'>, Refusal>> = {
  missing: { error: { code: 'not_found', message: 'Nothing waits for this choice any more.' } },
  changed: {
    error: {
      code: 'unavailable',
      message: 'Jira does not show this issue just now, or it no longer says that it is of this finding.',
    },
  },
  busy: {
    error: { code: 'unavailable', message: 'The app is at this finding just now; try it in a minute.' },
  },
  unavailable: noJira,
};

export const adminCalls = {
  ...connectionCalls,
  ...groupCalls,
  ...ruleCalls,
  ...templateCalls,
  'settings.get': (_input, { ports }) => ports.settings.read(),
  'settings.save': async ({ section, version, value }, { ports, accountId }) =>
    toAnswer(await saveSettings(ports, section, version, value, accountId)),
  'tasks.next': ({ task }, { ports }) => Promise.resolve({ turns: nextTurns(task, ports.now()) }),
  'settings.export': async (_input, { ports }) => ({ document: await exportSettings(ports) }),
  'settings.import': async (input, { ports, accountId }) =>
    toImported(await importSettings(ports, { ...input, by: accountId })),
  'products.list': async ({ search, cursor }, { ports }) => {
    const { products, next } = await ports.products.list(search, cursor);
    const { document } = await ports.settings.read();
    const rows = products.map(({ name, firstSeenAt }) => ({
      product: name,
      firstSeenAt,
      settings: ownValue(document.products, name) ?? {},
    }));
    return { products: rows, ...(next === undefined ? {} : { next }) };
  },
  'activity.list': ({ cursor, ...wanted }, { ports }) => readActivity(ports, wanted, cursor),
  'activity.search': ({ cursor, ...wanted }, { ports }) => searchActivity(ports, wanted, cursor),
  'activity.stats': (_input, { ports }) => readTotals(ports),
  'activity.retry': async ({ cause }, { ports }) => {
    const { retried, more } = await retryHeld(ports, cause);
    return { retried, ...(more && { more }) };
  },
  'activity.choose': async ({ cause, issue }, { ports }) => {
    const outcome = await chooseRival(ports, cause, issue);
    return outcome === 'taken' ? { chosen: issue } : notChosen[outcome];
  },
  'deleting.preview': async ({ deleting }, { ports }) => {
    const preview = await previewDeleting(ports, deleting);
    return preview.ok ? preview.value : noJira;
  },
  'sla.preview': ({ sla }, { ports }) => previewSla(ports, sla),
  'findings.story': async ({ connection, finding, product }, { ports }) =>
    (await tellStory(ports, connection, { id: finding, product })) ?? noFinding,
  'receipts.find': async ({ receipt }, { ports }) => {
    const found = await findReceipt(ports, receipt);
    return found ? { receipt: found } : {};
  },
  'health.get': async ({ now }, { ports }) => {
    if (now) await checkReferences(ports);
    return readHealth(ports);
  },
  'rebuild.start': async ({ connection }, { ports, accountId }) => {
    if (!(await standingConnection(ports, connection))) return noConnection;
    await ports.bells.ringRebuild(connection);
    await noteDeed(ports, { connection, by: accountId, deed: 'rebuilt' });
    return { started: true };
  },
  'findings.preview': async (input, { ports }) => {
    const wrong = input.rules ? await rulesProblems(ports, input.rules) : [];
    if (wrong.length > 0) return invalid(wrong);
    const outcome = await previewFindings(ports, input);
    if (!outcome.ok) return invalid(outcome.errors);
    const { ok: _, ...preview } = outcome;
    return preview;
  },
  'masking.try': async (input) => {
    const outcome = await tryMasking(input);
    return outcome.ok ? { text: outcome.text, masked: outcome.masked } : invalid(outcome.errors);
  },
  'audit.list': ({ section, cursor }, { ports }) => listAudit(ports, section, cursor),
  'audit.preview': async ({ section, version }, { ports }) =>
    (await previewUndo(ports, section, version)) ??
    invalid([{ path: 'version', message: { code: 'notKept' } }]),
  'audit.undo': async ({ section, version, current }, { ports, accountId }) =>
    toAnswer(await undoSettings(ports, section, version, current, accountId)),
} as const satisfies Calls;

export type KnownCall = keyof typeof adminCalls;

function toAnswer(outcome: SaveOutcome): { version: number } | Refusal {
  if (outcome.ok) return { version: outcome.version };
  return outcome.why === 'conflict' ? savedInBetween : invalid(outcome.errors);
}

function toImported(outcome: ImportOutcome): AdminOutputs['settings.import'] | Refusal {
  if (outcome.ok) {
    const { changes, unresolved, applied, versions } = outcome;
    return { changes, unresolved, applied, versions };
  }
  switch (outcome.why) {
    case 'conflict':
      return savedInBetween;
    case 'unavailable':
      return noJira;
    case 'invalid':
      return invalid(outcome.errors);
  }
}

const savedInBetween: Refusal = {
  error: {
    code: 'conflict',
    message: 'Someone saved this page while you were editing. Your changes are still here; see theirs.',
  },
};
