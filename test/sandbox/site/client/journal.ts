// Keeps the sandbox page up to date while it is open.
interface Line {
  readonly seq: number;
  readonly time: string;
  readonly kind: string;
  readonly text: string;
  readonly invocation?: string;
  readonly detail?: unknown;
}

interface News {
  readonly entries: readonly Line[];
  readonly tables: string;
  readonly last: number;
}

const body = document.getElementById('journal');
const box = body?.closest<HTMLElement>('.journal');
const tables = document.getElementById('tables');
const address = document.querySelector<HTMLElement>('[data-live]')?.dataset['live'] ?? '';
const KEPT = 1_000;
let last = 0;

async function update(): Promise<void> {
  const opened = [...document.querySelectorAll<HTMLElement>('.inspect[open]')].map(
    (one) => one.dataset['title'] ?? '',
  );
  const query = new URLSearchParams([['after', String(last)], ...opened.map((title) => ['open', title])]);
  const answer = await fetch(`${address}?${query.toString()}`);
  const { entries, tables: markup, last: newest } = (await answer.json()) as News;
  // A lower number means that the sandbox was started anew: its journal begins again.
  last = newest < last ? 0 : newest;
  showTables(markup);
  if (!body || !box || entries.length === 0) return;
  const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 20;
  document.getElementById('journal-empty')?.remove();
  body.append(...entries.map(row));
  while (body.childElementCount > KEPT) body.firstElementChild?.remove();
  if (atEnd) box.scrollTop = box.scrollHeight;
}

/** Replaces the tables; the one that has the keyboard's focus keeps it. */
function showTables(markup: string): void {
  if (!tables) return;
  const focused = document.activeElement?.closest<HTMLElement>('.inspect')?.dataset['title'];
  tables.innerHTML = markup;
  const again = [...tables.querySelectorAll<HTMLElement>('.inspect')].find(
    (one) => one.dataset['title'] === focused,
  );
  again?.querySelector<HTMLElement>('summary')?.focus();
}

function row({ time, kind, text, invocation, detail }: Line): HTMLTableRowElement {
  const line = document.createElement('tr');
  line.dataset['kind'] = kind;
  line.append(
    cell(time, 'time'),
    cell(kind, 'kind'),
    cell(invocation ?? '', 'invocation'),
    message(text, detail),
  );
  return line;
}

function cell(content: string, name: string): HTMLTableCellElement {
  return Object.assign(document.createElement('td'), { textContent: content, className: name });
}

function message(text: string, detail: unknown): HTMLTableCellElement {
  const holder = cell('', 'text');
  if (detail === undefined) return Object.assign(holder, { textContent: text });
  const more = document.createElement('details');
  const pre = document.createElement('pre');
  pre.textContent = typeof detail === 'string' ? detail : JSON.stringify(detail, null, 2);
  more.append(Object.assign(document.createElement('summary'), { textContent: text }), pre);
  holder.append(more);
  return holder;
}

for (const box of document.querySelectorAll<HTMLInputElement>('.kinds input')) {
  box.addEventListener('change', () => body?.toggleAttribute(`data-hide-${box.value}`, !box.checked));
}

// Rows of a table are only fetched once it is opened.
tables?.addEventListener('click', () => setTimeout(() => void update(), 0));

async function follow(): Promise<void> {
  for (;;) {
    try {
      if (!document.hidden) await update();
    } catch {
      // The sandbox was stopped; it may come back.
    }
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
}
void follow();
export {};
