/**
 * Drives a site with jira.js, whose schemas are a second opinion on what Jira answers.
 * Runs as a process of its own, because jira.js exists as an ES module only.
 * Arguments: the address of the site and the Basic credentials of the caller. Prints one JSON report.
 */
import { createCloudClient } from 'jira.js';
import { driveBulk } from './bulk-steps.mjs';
import { driveIssues } from './issue-steps.mjs';
import { driveSite } from './site-steps.mjs';

/** Runs one named step and notes how it went; the result is undefined when it failed. */
export type Step = <T>(name: string, act: () => Promise<T>) => Promise<T | undefined>;

/** A path that jira.js has no method for, asked directly. */
export type Raw = (method: string, path: string, body?: unknown) => Promise<unknown>;

interface Failure {
  readonly step: string;
  readonly problem: string;
}

const [host = '', credentials = ''] = process.argv.slice(2);
const headers = { authorization: `Basic ${credentials}` };
const jira = createCloudClient({ host, headers, onSchemaMismatch: 'throw' });
const failures: Failure[] = [];
let steps = 0;

const step: Step = async (name, act) => {
  steps += 1;
  try {
    return await act();
  } catch (error) {
    failures.push({ step: name, problem: problemOf(error) });
    return undefined;
  }
};

const raw: Raw = async (method, path, body) => {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const init = { method, headers: { ...headers, 'content-type': 'application/json' }, ...json };
  const response = await fetch(`${host}/rest/api/3/${path}`, init);
  if (!response.ok) throw new Error(`${String(response.status)} ${await response.text()}`);
  return response.json();
};

function problemOf(error: unknown): string {
  const { message, report, body } = error as { message?: string; report?: unknown; body?: unknown };
  return [message, report && JSON.stringify(report), body && JSON.stringify(body)].filter(Boolean).join(' ');
}

await driveSite(jira, step, raw);
await driveIssues(jira, step);
await driveBulk(jira, step);
const drift = (globalThis as Record<symbol, unknown>)[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
process.stdout.write(JSON.stringify({ steps, failures, drift }));
