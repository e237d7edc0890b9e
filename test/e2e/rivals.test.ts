import { eventually } from '../sandbox/eventually';
import { PEOPLE } from '../sandbox/jira/seed';
import type { PortalAccess } from '../sandbox/start/state';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { lookUp } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

let portal: PortalAccess;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});

/** Whoever may edit an issue can write into it that it is another finding's. */
async function copyIdentity(origin: string, from: string, to: string): Promise<void> {
  const addressOf = (key: string) => `${origin}/rest/api/3/issue/${key}/properties/security-finding`;
  const authorization = `Basic ${Buffer.from(`${PEOPLE.admin}:`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const { value } = (await (await fetch(addressOf(from), { headers })).json()) as { value: object };
  const written = await fetch(addressOf(to), { method: 'PUT', headers, body: JSON.stringify(value) });
  expect(written.ok).toBe(true);
}

it(
  'lets an admin choose which of two issues is the finding’s, after a look at both',
  stage.play(async ({ sandbox, enter }) => {
    const [first, second] = await lookUp(portal, ['SHOP-101', 'SHOP-102']);
    const keys = [first, second].map((one) => one?.issues.product?.key ?? '');
    await copyIdentity(sandbox.origin, keys[0] ?? '', keys[1] ?? '');
    const [{ key: connection } = { key: '' }] = (await callAsAdmin(sandbox, 'connections.list', {}))
      .connections;
    await callAsAdmin(sandbox, 'connections.archive', { connection });
    await callAsAdmin(sandbox, 'connections.forget', { connection });
    const restored = await eventually('the findings are forgotten', async () => {
      const { archived } = await callAsAdmin(sandbox, 'connections.list', {});
      return archived[0]?.forgetting === undefined
        ? callAsAdmin(sandbox, 'connections.restore', { connection })
        : undefined;
    });
    await callAsAdmin(sandbox, 'rebuild.start', { connection });

    const { page, admin } = await enter('admin');
    const app = await admin('activity');
    const card = app.getByRole('region', { name: 'Held up' });
    await card.getByRole('link', { name: keys[1] ?? '', exact: true }).waitFor({ timeout: 30_000 });
    expect(await inspect(page, 'activity-rivals')).toEqual([]);
    await card.getByRole('button', { name: `Choose ${keys[0] ?? ''}` }).click();
    await app
      .getByRole('dialog', { name: `Choose ${keys[0] ?? ''}?` })
      .getByRole('button', { name: `Choose ${keys[0] ?? ''}` })
      .click();
    await page.getByText(`${keys[0] ?? ''} is the issue of SHOP-101`).waitFor();
    const access = { ...portal, ...restored };
    const [after] = await lookUp(access, ['SHOP-101']);
    expect(after?.issues.product?.key).toBe(keys[0]);
  }),
  90_000,
);
