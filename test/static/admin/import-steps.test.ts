import type { AdminInput, AdminOutputs } from '../../../src/contract/api';
import { type SectionName, sectionNames } from '../../../src/contract/settings';
import { applyImport, compareImport } from '../../../static/admin/src/logic/import-steps';
import { CallError } from '../../../static/shared/call-error';

type Input = AdminInput<'settings.import'>;
type Outcome = AdminOutputs['settings.import'];

const versions = (version: number) =>
  Object.fromEntries(sectionNames.map((name) => [name, version])) as Record<SectionName, number>;
const conflict = new CallError({ code: 'conflict', message: 'Someone saved.' });

/** A backend that stands at a version, and keeps what it was asked. */
function backend(version: number) {
  const asked: Input[] = [];
  const send = (input: Input): Promise<Outcome> => {
    asked.push(input);
    if (input.apply === true && input.versions?.spaces !== version) return Promise.reject(conflict);
    const applied = input.apply === true;
    return Promise.resolve({ changes: [], unresolved: [], applied, versions: versions(version) });
  };
  return { asked, send };
}

describe('importing settings', () => {
  test('applies to the versions that were compared', async () => {
    const { asked, send } = backend(4);
    const compared = await compareImport(send, 'document');
    expect(await applyImport(send, 'document', compared)).toMatchObject({ applied: true });
    expect(asked).toEqual([
      { document: 'document', apply: false },
      { document: 'document', apply: true, versions: versions(4) },
    ]);
  });

  test('compares again when somebody saved in between', async () => {
    const { asked, send } = backend(5);
    const compared = { changes: [], unresolved: [], applied: false, versions: versions(4) };
    const second = await applyImport(send, 'document', compared);
    expect(second).toMatchObject({ applied: false, versions: versions(5) });
    expect(asked.map(({ apply }) => apply)).toEqual([true, false]);
    expect(await applyImport(send, 'document', second)).toMatchObject({ applied: true });
  });

  test('passes every other refusal on', async () => {
    const refused = new CallError({ code: 'invalid', message: 'Some values do not fit.' });
    const compared = { changes: [], unresolved: [], applied: false, versions: versions(1) };
    await expect(applyImport(() => Promise.reject(refused), 'document', compared)).rejects.toBe(refused);
  });
});
