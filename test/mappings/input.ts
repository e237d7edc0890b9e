import type { z } from 'zod';
import type { FindingInput } from '../../src/contract/finding';
import type { Space } from '../../src/contract/settings';
import { noLookups } from '../../src/mappings/lookups';
import type { MappingInput } from '../../src/mappings/mapping';
import { createTemplates } from '../../src/mappings/templates/engine';
import { findingOf, spaceOf } from '../core/builders';

const templates = createTemplates();

const accounts: Readonly<Record<string, string>> = { 'developer@example.com': 'account-of-developer' };

/** What a mapping looks at: a finding and a space; Jira knows the account of one address, and was not asked for another. */
export function inputOf(
  finding: Partial<FindingInput> = {},
  space: z.input<typeof Space> = {},
): MappingInput {
  return {
    finding: findingOf(finding),
    role: 'product',
    space: spaceOf(space),
    lifecycle: 'open',
    connection: 'abcdefgh',
    lookups: noLookups,
    screen: new Map(),
    templates,
    template: { id: 'vulnerability', mode: 'replace' },
    components: [],
    accountOf: (email) => (email === 'unasked@example.com' ? null : accounts[email]),
  };
}
