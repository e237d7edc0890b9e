/** Every surface as people see it to whom Jira speaks Russian; the words are longer than English ones. */
import { makeBusy } from './support/busy-site';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);
const pages = [
  ['overview', 'Обзор'],
  ['connections', 'Подключения'],
  ['spaces', 'Пространства команд'],
  ['products', 'Продукты'],
  ['rules', 'Правила'],
  ['closing', 'Закрытие и удаление'],
  ['due-dates', 'Сроки'],
  ['fields', 'Поля'],
  ['templates', 'Шаблоны'],
  ['masking', 'Маскирование'],
  ['activity', 'Активность'],
  ['searches', 'Поиски'],
  ['audit', 'Журнал изменений'],
  ['try', 'Попробовать находку'],
  ['transfer', 'Экспорт и импорт'],
] as const;

it.each(pages)(
  'shows the page "%s" in Russian to whom Jira speaks Russian',
  (route, title) =>
    stage.play(async ({ enter }) => {
      const { page, admin, problems } = await enter('admin', 'ru-RU');
      const app = await admin(route);
      await app.getByRole('heading', { name: title, exact: true, level: 1 }).waitFor();
      expect(await app.locator('html').getAttribute('lang')).toBe('ru');
      expect(await inspect(page, `russian-${route}`, { inOtherWords: true })).toEqual([]);
      expect(problems).toEqual([]);
    })(),
  60_000,
);

it(
  'says in Russian what is wrong with a field, and what a test of a connection found',
  stage.play(async ({ enter }) => {
    const { page, admin } = await enter('admin', 'ru-RU');
    const app = await admin('connections');
    await app.getByRole('button', { name: 'Проверить Security portal' }).click();
    const dialog = app.getByRole('dialog', { name: 'Проверка: Security portal' });
    await dialog.getByText('Что разрешено приложению', { exact: true }).first().waitFor();
    const said = await dialog.innerText();
    expect(said).toContain('видеть задачи, создавать задачи');
    expect(said).not.toMatch(/\b(the|is|findings|Choose|issues)\b/);
    expect(await inspect(page, 'russian-connection-test', { inOtherWords: true })).toEqual([]);
    await page.keyboard.press('Escape');
    await app.getByRole('button', { name: 'Подключить портал' }).click();
    await app.getByRole('button', { name: 'Создать подключение' }).click();
    await app.getByText('Название — обязательное поле', { exact: true }).waitFor();
  }),
  60_000,
);

it(
  'shows the panel and the page of a space in Russian',
  stage.play(async ({ enter }) => {
    const { page, visit, problems } = await enter('admin', 'ru-RU');
    await visit('/issues');
    const link = page.locator('tr', { hasText: 'WEB-' }).getByRole('link').nth(1);
    await link.click();
    await page.getByText('Apps', { exact: true }).click();
    await page.getByText('Add this panel to the issue').click();
    const panel = page.frameLocator('[data-panel="finding"] iframe');
    await panel.getByRole('button', { name: 'Действия' }).waitFor();
    expect(await inspect(page, 'russian-panel', { inOtherWords: true })).toEqual([]);
    await visit('/projects/WEB');
    await page.locator('.app-entry a').press('Enter');
    const findings = page.frameLocator('iframe.app-frame');
    await findings.getByRole('heading', { name: 'Находки безопасности', level: 1 }).waitFor();
    await findings.locator('tbody tr').first().waitFor();
    expect(await inspect(page, 'russian-project-page', { inOtherWords: true })).toEqual([]);
    expect(problems).toEqual([]);
  }),
  60_000,
);
