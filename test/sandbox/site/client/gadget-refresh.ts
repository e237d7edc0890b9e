// Gadgets are refreshed as Jira does by default: their frame is loaded anew, by hand or after so many minutes.
const refresh = (gadget: Element): void => {
  const frame = gadget.querySelector('iframe');
  if (frame) frame.src = frame.dataset['src'] ?? '';
};

for (const gadget of document.querySelectorAll<HTMLElement>('[data-gadget]')) {
  gadget.querySelector('[data-refresh-gadget]')?.addEventListener('click', () => {
    gadget.querySelector('details')?.removeAttribute('open');
    refresh(gadget);
  });
  const minutes = Number(gadget.dataset['refreshMinutes']);
  if (minutes > 0) setInterval(() => refresh(gadget), minutes * 60_000);
}
export {};
