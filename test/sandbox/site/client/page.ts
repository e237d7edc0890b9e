// What every page of the site can do: open and close dialogs and menus, change tabs, dismiss flags, submit filters.
const on = (selector: string, act: (element: HTMLElement) => void): void => {
  document.addEventListener('click', ({ target }) => {
    const element = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    if (element) act(element);
  });
};

on('[data-opens]', (button) => {
  closeMenus(null);
  const dialog = document.getElementById(button.dataset['opens'] ?? '');
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
});
on('[data-closes]', (button) => button.closest('dialog')?.close());
on('[data-dismiss]', (button) => button.closest('.flag')?.remove());
on('[data-tabs] [role=tab]', (chosen) => {
  for (const tab of chosen.parentElement?.querySelectorAll<HTMLElement>('[role=tab]') ?? []) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    document
      .getElementById(tab.getAttribute('aria-controls') ?? '')
      ?.toggleAttribute('hidden', tab !== chosen);
  }
});

// A menu closes when something else is clicked, or with Escape.
document.addEventListener('click', ({ target }) => {
  closeMenus(target instanceof Element ? target.closest('details.menu') : null);
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') closeMenus(null);
});

function closeMenus(except: Element | null): void {
  for (const menu of document.querySelectorAll('details.menu[open]'))
    if (menu !== except) menu.removeAttribute('open');
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-submit-on-change]')) {
  form.addEventListener('change', () => {
    form.requestSubmit();
  });
}

// Empty filters would only make the address longer.
document.addEventListener('formdata', ({ target, formData }) => {
  if (!(target instanceof HTMLFormElement) || target.method !== 'get') return;
  for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
});

// A note that all is well goes by itself; a problem stays until it is dismissed.
setTimeout(() => {
  for (const flag of document.querySelectorAll('#flags .flag[data-type=success]')) flag.remove();
}, 6_000);
export {};
