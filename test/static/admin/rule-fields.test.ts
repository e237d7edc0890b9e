import { findingFields } from '../../../src/contract/finding-fields';
import { pageTexts } from '../../support/page-texts';

test.each(['en', 'de', 'ru'] as const)(
  'every field that a rule can compare has its name in words, and no other has: %s',
  async (language) => {
    const { rules } = await pageTexts(language);
    expect(Object.keys(rules.fieldNames).sort()).toEqual([...findingFields().keys()].sort());
  },
);
