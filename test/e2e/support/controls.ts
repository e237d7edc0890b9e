import type { Locator, Page } from 'playwright-core';

/** Chooses from a drop-down of the admin page: opens it, types the name, takes the entry. */
export async function choose(within: Locator, label: string, name: string): Promise<void> {
  const input = within.getByRole('combobox', { name: label, exact: true });
  await input.fill(name);
  await within.page().frameLocator('iframe.app-frame').getByRole('option', { name }).first().click();
}

/** What a field that can only be copied holds, by its name. */
export async function fieldToCopy(within: Locator, label: string): Promise<string> {
  return within.getByText(label, { exact: true }).locator('xpath=..').locator('code').innerText();
}

/** Presses a button that saves, and sees Jira's flag that says so. */
export async function saveBy(button: Locator, page: Page): Promise<void> {
  await seeSaved(page, () => button.click());
}

/** Does what saves, and sees the flag: it goes by itself, at times before a busy browser is done with what raised it. */
export async function seeSaved(page: Page, save: () => Promise<void>): Promise<void> {
  await Promise.all([page.getByText('Saved', { exact: true }).first().waitFor(), save()]);
}
