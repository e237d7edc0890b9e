import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RecordedCall } from '../../sandbox/types';
import { appDir } from './sandbox';

const run = promisify(execFile);

/** Holds recorded traffic to Jira's own documents where SHARED_DIR names the check. @throws with what it found. */
export async function checkTraffic(calls: readonly RecordedCall[]): Promise<'passed' | 'skipped'> {
  const shared = process.env['SHARED_DIR'];
  if (shared === undefined || shared === '') {
    console.warn('Not checked against the contract of Jira: SHARED_DIR is not set.');
    return 'skipped';
  }
  const folder = mkdtempSync(join(tmpdir(), 'traffic-'));
  try {
    const file = join(folder, 'traffic.jsonl');
    writeFileSync(file, calls.map((call) => `${JSON.stringify(call)}\n`).join(''));
    const manifest = join(appDir, 'manifest.yml');
    await run(join(shared, 'contract-check/check'), [file, '--manifest', manifest]);
    return 'passed';
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The traffic breaks the contract of Jira.\n${stdout}${stderr}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
