/** The sandbox's state between runs: one JSON document in a folder that git ignores. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostSnapshot } from '../forge/host';
import type { SiteSnapshot } from '../jira';
import type { SavedPanels } from '../site/issue-panels';

/** How to call the seeded connection, kept so that a restart can print a command that works. */
export interface PortalAccess {
  readonly baseUrl: string;
  readonly secret: string;
}

export interface SavedState {
  readonly port: number;
  readonly site: SiteSnapshot;
  readonly host: HostSnapshot;
  readonly panels: SavedPanels;
  readonly portal: PortalAccess;
}

const fileOf = (appDir: string) => join(appDir, '.sandbox/state.json');

/** The state of the last run, if there is one. */
export function loadState(appDir: string): SavedState | undefined {
  const file = fileOf(appDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SavedState) : undefined;
}

/** Writes the state; a crash in between leaves the old one. It holds secrets, so only its owner may read it. */
export function saveState(appDir: string, state: SavedState): void {
  const file = fileOf(appDir);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Forgets the state. */
export function dropState(appDir: string): void {
  rmSync(dirname(fileOf(appDir)), { recursive: true, force: true });
}
