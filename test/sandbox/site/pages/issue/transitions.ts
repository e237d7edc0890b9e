import { markup, type Content, type Html } from '../../html/html';
import { icon } from '../../html/icons';
import { menu, statusLozenge } from '../../html/parts';
import type { FieldMeta, TransitionView } from '../../jira-views';
import { fieldInput } from './field-input';
import type { LoadedIssue } from './load-issue';

/** The status as a button that offers the transitions Jira offers this person, and no others. */
export function statusMenu({ issue, transitions }: LoadedIssue): Html {
  const { status, resolution } = issue.fields;
  const label = markup`<span class="visually-hidden">Status:</span>${status.name}${icon('chevron')}`;
  return markup`<div class="status-row" data-category="${status.statusCategory.key}">
      ${
        transitions.length === 0
          ? statusLozenge(status)
          : menu(
              label,
              transitions.map((one) => choice(issue.key, one)),
              'status',
            )
      }
      ${resolution ? markup`<span class="resolution">${resolution.name}</span>` : ''}
    </div>
    ${transitions.filter(hasFields).map((one) => screen(issue.key, one))}`;
}

function choice(key: string, transition: TransitionView): Html {
  const label = markup`<span>${transition.name}</span><span class="arrow">→</span>${statusLozenge(transition.to)}`;
  if (hasFields(transition))
    return markup`<button type="button" data-opens="transition-${transition.id}">${label}</button>`;
  return markup`<form method="post" action="/browse/${key}/transition">
    <button name="transition" value="${transition.id}">${label}</button>
  </form>`;
}

function screen(key: string, transition: TransitionView): Html {
  return markup`<dialog id="transition-${transition.id}" class="dialog" aria-label="${transition.name}">
    <form method="post" action="/browse/${key}/transition">
      <h2>${transition.name}</h2>
      ${screenFields(transition)}
      <div class="dialog-end">
        <button type="button" class="button quiet" data-closes>Cancel</button>
        <button class="button primary" name="transition" value="${transition.id}">${transition.name}</button>
      </div>
    </form>
  </dialog>`;
}

function screenFields(transition: TransitionView): Content {
  return Object.entries(transition.fields ?? {}).map(([id, meta]: [string, FieldMeta]) =>
    fieldInput(id, meta, transition.id),
  );
}

function hasFields(transition: TransitionView): boolean {
  return transition.hasScreen === true || Object.keys(transition.fields ?? {}).length > 0;
}
