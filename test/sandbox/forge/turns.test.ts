import { kvs } from '@forge/kvs';
import { realClock } from '../clock';
import { createForgeHost } from './host';
import { echoJira, manifestWith } from './support';

const calls = 20;

test('on the clock of the machine whoever else wants something gets on between the calls of a function', async () => {
  const host = createForgeHost({
    manifest: manifestWith(),
    jira: echoJira(),
    clock: realClock,
    appModule: () => Promise.resolve({ code }),
  });
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await host.webTrigger('code', { method: 'GET' });
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(calls);
});

async function code(): Promise<object> {
  for (let call = 0; call < calls; call += 1) await kvs.get('nothing');
  return { statusCode: 200 };
}
