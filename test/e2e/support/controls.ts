import type { Locator } from 'playwright-core';

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
