import { raw, type Html } from './html';

const stroke = (paths: string): string =>
  `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;
const coloured = (colour: string, paths: string): string =>
  `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="var(${colour})" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;
const square = (paths: string): string =>
  `<svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

const ICONS = {
  search: stroke('<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3 3"/>'),
  person: stroke('<circle cx="8" cy="5.5" r="2.5"/><path d="M3 13.5c.6-2.6 2.5-4 5-4s4.4 1.4 5 4"/>'),
  settings: stroke(
    '<circle cx="8" cy="8" r="2"/><path d="M8 1.75v2M8 12.25v2M14.25 8h-2M3.75 8h-2M12.4 3.6 11 5M5 11l-1.4 1.4M12.4 12.4 11 11M5 5 3.6 3.6"/>',
  ),
  issues: stroke('<path d="M6 4h8M6 8h8M6 12h8"/><path d="M2.5 4h.01M2.5 8h.01M2.5 12h.01"/>'),
  project: stroke('<rect x="2.25" y="3.25" width="11.5" height="9.5" rx="1.5"/><path d="M2.5 6.25h11"/>'),
  apps: stroke(
    '<rect x="2.5" y="2.5" width="4" height="4" rx="1"/><rect x="9.5" y="2.5" width="4" height="4" rx="1"/><rect x="2.5" y="9.5" width="4" height="4" rx="1"/><rect x="9.5" y="9.5" width="4" height="4" rx="1"/>',
  ),
  activity: stroke('<path d="M1.75 8h2.75l2-4.5 3 9 2-4.5h2.75"/>'),
  moon: stroke('<path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z"/>'),
  sun: stroke(
    '<circle cx="8" cy="8" r="2.75"/><path d="M8 1.5v1.25M8 13.25v1.25M14.5 8h-1.25M2.75 8H1.5M12.6 3.4l-.9.9M4.3 11.7l-.9.9M12.6 12.6l-.9-.9M4.3 4.3l-.9-.9"/>',
  ),
  chevron: stroke('<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>'),
  more: stroke('<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.5"/>'),
  link: stroke(
    '<path d="M6.75 9.25a2.5 2.5 0 0 0 3.5 0l2.5-2.5a2.5 2.5 0 0 0-3.5-3.5l-.75.75"/><path d="M9.25 6.75a2.5 2.5 0 0 0-3.5 0l-2.5 2.5a2.5 2.5 0 0 0 3.5 3.5l.75-.75"/>',
  ),
  shield: stroke(
    '<path d="M8 1.75 13 3.5v4c0 3.25-2 5.5-5 6.75-3-1.25-5-3.5-5-6.75v-4L8 1.75Z"/><path d="m5.75 8 1.5 1.5 3-3"/>',
  ),
  back: stroke('<path d="M13 8H3.5M7 4 3 8l4 4"/>'),
  lock: stroke(
    '<rect x="3" y="7" width="10" height="6.5" rx="1.5"/><path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2"/>',
  ),
  'priority-highest': coloured('--ds-icon-danger', '<path d="m3.5 8 4.5-4 4.5 4M3.5 12.5l4.5-4 4.5 4"/>'),
  'priority-high': coloured('--ds-icon-danger', '<path d="m3.5 10 4.5-4 4.5 4"/>'),
  'priority-medium': coloured('--ds-icon-warning', '<path d="M3.5 6h9M3.5 10h9"/>'),
  'priority-low': coloured('--ds-icon-information', '<path d="m3.5 6 4.5 4 4.5-4"/>'),
  'priority-lowest': coloured('--ds-icon-information', '<path d="m3.5 3.5 4.5 4 4.5-4M3.5 8l4.5 4 4.5-4"/>'),
  'type-task': square('<path d="m4.5 8.5 2.25 2.25L11.5 5.75"/>'),
  'type-bug': square('<circle cx="8" cy="8" r="2.75" fill="currentColor"/>'),
  'type-epic': square('<path d="M9 3.5 5 9h3l-1 3.5L11 7H8l1-3.5Z" fill="currentColor" stroke-width="1"/>'),
  'type-story': square('<path d="M5.5 4h5v8L8 9.75 5.5 12V4Z" fill="currentColor" stroke-width="1"/>'),
  'type-subtask': square('<rect x="4" y="4" width="4.5" height="4.5"/><path d="M8.5 7.5H12V12H7.5V8.5"/>'),
} as const;

export type IconName = keyof typeof ICONS;

/** A small drawing of ours. It is decoration: the word stands beside it. */
export function icon(name: IconName): Html {
  return raw(ICONS[name]);
}
