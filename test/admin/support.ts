import type { AdminOutputs, ApiError } from '../../src/contract/api';
import type { Ref } from '../../src/contract/settings';
import { PEOPLE } from '../sandbox/jira/seed';
import type { World } from '../support/world';
import { checkInEnglish } from '../support/english';

/** What a call answers the site admin, errors included. */
export async function ask(world: World, name: string, input: unknown): Promise<{ error?: ApiError }> {
  return (await world.adminAs(PEOPLE.admin, name, input)) as { error?: ApiError };
}

type SaidCheck = ReturnType<typeof checkInEnglish>;

/** The checks of one area of a connection test in words, by what they are about. */
export async function checksOf(
  world: World,
  connection: string,
  area: AdminOutputs['connections.test']['checks'][number]['area'],
): Promise<Record<string, SaidCheck>> {
  const { checks } = await world.admin('connections.test', { connection });
  const found = checks.find((one) => one.area === area)?.checks.map(checkInEnglish) ?? [];
  expect(new Set(found.map(({ what }) => what)).size).toBe(found.length);
  return Object.fromEntries(found.map((check) => [check.what, check]));
}

/** What is no green light. */
export function notOk(checks: Record<string, SaidCheck>): SaidCheck[] {
  return Object.values(checks).filter(({ result }) => result !== 'ok');
}

/** A thing of Jira's by its name, as the site admin finds it. */
export function find(world: World, path: string, name: string): Ref {
  const { value } = world.site.call({ path, as: PEOPLE.admin });
  const list = (Array.isArray(value) ? value : (value as { values?: unknown[] }).values) as
    { id: string; name: string }[] | undefined;
  const found = list?.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} at ${path}`);
  return { id: found.id, name: found.name };
}
