import type { Frame, Locator } from 'playwright-core';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import type { Sandbox } from './support/sandbox';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);

/** What links of causes, the set-up list and dialogs name, and the control that has the focus there. */
const places: readonly (readonly [string, (app: Frame) => Locator])[] = [
  ['spaces/at/product/project', inSpace('Product team space', 'Space')],
  ['spaces/at/security/issueType', inSpace('Security team space', 'Issue type')],
  ['spaces/at/security/resolvedStatus', inSpace('Security team space', 'Status when resolved')],
  ['spaces/at/product/rejectedStatus', inSpace('Product team space', 'Status when rejected')],
  ['spaces/at/product/components', inSpace('Product team space', 'Components')],
  ['spaces/at/security/securityLevel', inSpace('Security team space', 'Security level')],
  [
    'spaces/at/product/statuses',
    (app) =>
      app.getByRole('region', { name: 'Product team space' }).getByRole('combobox', { name: /Unverified/ }),
  ],
  [
    'products/payroll/at/product/components',
    (app) => app.getByRole('button', { name: 'Override Components' }).first(),
  ],
  ['connections/at/new', (app) => app.getByRole('dialog').getByRole('textbox', { name: 'Name' })],
];

it(
  'a link of a cause, of the set-up list or of a dialog puts the focus into the very field',
  stage.play(async ({ sandbox, enter }) => {
    const { admin, problems } = await enter('admin');
    const { rules } = (await callAsAdmin(sandbox, 'settings.get', {})).document;
    const { connections } = await callAsAdmin(sandbox, 'connections.list', {});
    const key = connections[0]?.key ?? '';
    const rule = rules[0]?.id ?? '';
    const field = fieldId(sandbox, 'Environment type');
    const every = [
      ...places,
      [
        `rules/at/${rule}`,
        (app: Frame) => app.locator(`[data-place="${rule}"]`).getByRole('checkbox'),
      ] as const,
      [`connections/at/${key}`, (app: Frame) => app.getByRole('button', { name: /^Test / })] as const,
      [`fields/at/product/${field}`, addingTo('Product team space')] as const,
      [`products/payroll/at/product/${field}`, addingTo('Product team space')] as const,
    ];
    for (const [path, target] of every) {
      const app = await admin(path);
      const found = target(app).and(app.locator(':focus'));
      await found.waitFor().catch((error: unknown) => {
        throw new Error(`${path} does not lead there.`, { cause: error });
      });
    }
    expect(problems).toEqual([]);
  }),
  240_000,
);

function inSpace(space: string, label: string): (app: Frame) => Locator {
  return (app) =>
    app.getByRole('region', { name: space }).getByRole('combobox', { name: label, exact: true });
}

/** Where a row for a further field is added. */
function addingTo(space: string): (app: Frame) => Locator {
  return (app) =>
    app
      .getByRole('region', { name: `What fills the fields: ${space}` })
      .getByRole('combobox')
      .last();
}

function fieldId(sandbox: Sandbox, wanted: string): string {
  const found = [...sandbox.site.world.state.fields.values()].find(({ name }) => name === wanted);
  if (!found) throw new Error(`Jira has no field ${wanted}.`);
  return found.id;
}
