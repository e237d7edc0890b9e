import { describePath, describeValue } from '../../../static/admin/src/logic/describe';
import { choices } from '../../../static/admin/src/texts/en/choices';
import { common } from '../../../static/admin/src/texts/en/common';
import { fields } from '../../../static/admin/src/texts/en/fields';

const en = { common, fields, choices };

describe('settings in words', () => {
  test('name a path by the words of the page', () => {
    expect(describePath(['spaces', 'product', 'project'], en)).toBe('Product team space › Space');
    expect(describePath(['closing', 'when'], en)).toBe('Closing › Which product issues');
    expect(describePath(['products', 'Payments API', 'product', 'labels'], en)).toBe(
      'Products › Payments API › Product team space › Labels',
    );
  });

  test('name a key by what it means in its section', () => {
    expect(describePath(['masking', 'own'], en)).toBe('Masking › Own patterns');
    expect(describePath(['statuses', 'own'], en)).toBe('Status mapping › Own finding statuses');
    expect(describePath(['rules', '0', 'when', 'all'], en)).toBe('Rules › 0 › Condition › all');
    expect(describePath(['rules', '0', 'then', 'product', 'labels'], en)).toBe(
      'Rules › 0 › then › Product team space › Labels',
    );
    expect(describePath(['tasks', '0', 'product'], en)).toBe('Recurring tasks › 0 › Product');
    expect(describePath(['sla', 'escalation', '0', 'do', '0', 'label'], en)).toBe(
      'Due dates › Escalation › 0 › do › 0 › Label',
    );
  });

  test('show references by name, lists with commas and switches as on and off', () => {
    expect(describeValue({ id: '1', name: 'Web shop (WEB)' }, en)).toBe('Web shop (WEB)');
    expect(describeValue([{ id: '1', name: 'A' }, { id: '2' }], en)).toBe('A, 2');
    expect(describeValue(true, en)).toBe('On');
    expect(describeValue('to_jira', en)).toBe('To Jira only');
    expect(describeValue(7, en)).toBe('7');
  });

  test('say when there is nothing', () => {
    for (const nothing of [undefined, null, '', [], {}]) expect(describeValue(nothing, en)).toBe('empty');
  });

  test('show a mapping with its parts', () => {
    const mapping = { jira: [{ id: '1', name: 'Done' }], direction: 'both' };
    expect(describeValue(mapping, en)).toBe('Jira statuses: Done; Direction: Both');
  });
});
