import { en } from '../../../static/admin/src/texts/en';
import { shelf } from '../../../static/admin/src/texts/shelf';

const asTheyAre = <Of>(section: Of) => section;

/** What a reader is told to wait for, as React would be. */
function waitedFor(read: () => unknown): unknown {
  try {
    read();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

test('who reads texts that are not there yet waits for them, and then has them', async () => {
  const { texts } = shelf(en, asTheyAre);
  const coming = waitedFor(() => texts.rules);
  expect(coming).toBeInstanceOf(Promise);
  await coming;
  expect(texts.rules).toBe(await en.rules());
});

test('each section is fetched once, however many read it', async () => {
  const load = jest.fn(en.tasks);
  const { texts, fetch } = shelf({ ...en, tasks: load }, asTheyAre);
  const first = waitedFor(() => texts.tasks);
  expect(waitedFor(() => texts.tasks)).toBe(first);
  await fetch('tasks');
  expect(texts.tasks.title).not.toBe('');
  expect(load).toHaveBeenCalledTimes(1);
});

test('texts that could not be fetched say so to who reads them, and to nobody else', async () => {
  const error = new Error('The file is not there.');
  const { texts, fetch } = shelf({ ...en, tasks: () => Promise.reject(error) }, asTheyAre);
  await fetch('tasks');
  expect(waitedFor(() => texts.tasks)).toBe(error);
  await fetch('rules');
  expect(texts.rules.title).not.toBe('');
});
