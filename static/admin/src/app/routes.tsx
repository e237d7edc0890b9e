import { type ComponentType } from 'react';
import { lazily } from '../parts/lazily';

const overview = lazily(async () => (await import('../pages/overview/overview-page')).OverviewPage);
const connections = lazily(
  async () => (await import('../pages/connections/connections-page')).ConnectionsPage,
);
const spaces = lazily(async () => (await import('../pages/spaces/spaces-page')).SpacesPage);
const closing = lazily(async () => (await import('../pages/closing/closing-page')).ClosingPage);
const activity = lazily(async () => (await import('../pages/activity/activity-page')).ActivityPage);
const products = lazily(async () => (await import('../pages/products/products-page')).ProductsPage);
const tasks = lazily(async () => (await import('../pages/tasks/tasks-page')).TasksPage);
const dates = lazily(async () => (await import('../pages/dates/dates-page')).DatesPage);
const rules = lazily(async () => (await import('../pages/rules/rules-page')).RulesPage);
const fields = lazily(async () => (await import('../pages/fields/fields-page')).FieldsPage);
const templates = lazily(async () => (await import('../pages/templates/templates-page')).TemplatesPage);
const masking = lazily(async () => (await import('../pages/masking/masking-page')).MaskingPage);
const searches = lazily(async () => (await import('../pages/searches/searches-page')).SearchesPage);
const audit = lazily(async () => (await import('../pages/audit/audit-page')).AuditPage);
const transfer = lazily(async () => (await import('../pages/transfer/transfer-page')).TransferPage);
const tryOut = lazily(async () => (await import('../pages/try/try-page')).TryPage);

/** The pages by the first part of their path, as the manifest's sidebar names them. */
const pages: Readonly<Record<string, ComponentType>> = {
  overview,
  connections,
  spaces,
  rules,
  closing,
  tasks,
  'due-dates': dates,
  activity,
  products,
  fields,
  templates,
  masking,
  searches,
  audit,
  transfer,
  try: tryOut,
};

/** The page for a path; `/` is the overview, anything unknown is undefined. */
export function pageAt(path: string): ComponentType | undefined {
  const first = path.split('/').find((part) => part !== '') ?? 'overview';
  return Object.hasOwn(pages, first) ? pages[first] : undefined;
}
