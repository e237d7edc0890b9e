/** Names and titles that run from right to left turn nothing around them, wherever the admin page shows them. */
import type { Frame } from 'playwright-core';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { findings, sendFindings } from './support/findings';
import { settled } from './support/inspect';
import { useStage } from './support/stage';

const product = 'חנות (2)';
const title = 'חשיפת גרסה (nginx 1.2)!';

const stage = useStage(async (sandbox) => {
  const portal = await makeBusy(sandbox);
  const { connections } = await callAsAdmin(sandbox, 'connections.list', {});
  for (const { key } of connections)
    await callAsAdmin(sandbox, 'connections.rename', { connection: key, name: 'פורטל (1)' });
  const { document, versions } = await callAsAdmin(sandbox, 'settings.get', {});
  await callAsAdmin(sandbox, 'settings.save', {
    section: 'products',
    version: versions.products,
    value: { ...document.products, [product]: document.products['payroll'] ?? {} },
  });
  await sendFindings(portal, [
    { ...findings[0], id: 'ממצא-1', product, title },
    { ...findings[0], id: 'ממצא-2', product: 'shop', title },
  ]);
});

const routes = [
  'overview',
  'connections',
  'products',
  `products/${encodeURIComponent(product)}`,
  'templates',
  'activity',
  'audit',
];

/** Texts with Hebrew letters that are neither in an element nor in an isolate of their own. */
const STRAYS = `(() => {
  const strays = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const bare = data.replace(/\\u2068[^\\u2069]*\\u2069/g, '');
    if (!/[\\u0590-\\u05ff]/.test(bare)) continue;
    if (parentElement.closest('bdi, [dir="auto"], textarea, script, style')) continue;
    strays.push(data);
  }
  return strays;
})()`;

async function straysIn(frame: Frame): Promise<readonly string[]> {
  return await frame.evaluate<string[]>(STRAYS);
}

it.each(routes)(
  'keeps such names to themselves on the page "%s"',
  (route) =>
    stage.play(async ({ enter }) => {
      const { page, admin } = await enter('admin');
      const app = await admin(route);
      await settled(page);
      await app.getByText(/[א-ת]/).filter({ visible: true }).first().waitFor();
      expect(await straysIn(app)).toEqual([]);
    })(),
  60_000,
);

it(
  'keeps such names to themselves in the story of a finding and in dialogs of a connection',
  stage.play(async ({ enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('activity');
    await app.getByRole('button', { name: title }).first().click();
    await app.getByRole('dialog').getByText(title).first().waitFor();
    await settled(page);
    expect(await straysIn(app)).toEqual([]);
    const connections = await admin('connections');
    await connections.getByRole('button', { name: /^Test / }).click();
    await connections.getByRole('dialog').getByText('OK', { exact: true }).first().waitFor();
    expect(await straysIn(connections)).toEqual([]);
  }),
  60_000,
);
