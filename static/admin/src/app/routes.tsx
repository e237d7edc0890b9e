import { type ComponentType, lazy } from 'react';

const overview = lazy(async () => ({
  default: (await import('../pages/overview/overview-page')).OverviewPage,
}));
const connections = lazy(async () => ({
  default: (await import('../pages/connections/connections-page')).ConnectionsPage,
}));
const spaces = lazy(async () => ({ default: (await import('../pages/spaces/spaces-page')).SpacesPage }));
const closing = lazy(async () => ({ default: (await import('../pages/closing/closing-page')).ClosingPage }));
const activity = lazy(async () => ({
  default: (await import('../pages/activity/activity-page')).ActivityPage,
}));
const products = lazy(async () => ({
  default: (await import('../pages/products/products-page')).ProductsPage,
}));
const tasks = lazy(async () => ({ default: (await import('../pages/tasks/tasks-page')).TasksPage }));
const dates = lazy(async () => ({ default: (await import('../pages/dates/dates-page')).DatesPage }));
const rules = lazy(async () => ({ default: (await import('../pages/rules/rules-page')).RulesPage }));
const fields = lazy(async () => ({ default: (await import('../pages/fields/fields-page')).FieldsPage }));
const templates = lazy(async () => ({
  default: (await import('../pages/templates/templates-page')).TemplatesPage,
}));
const masking = lazy(async () => ({ default: (await import('../pages/masking/masking-page')).MaskingPage }));
const searches = lazy(async () => ({
  default: (await import('../pages/searches/searches-page')).SearchesPage,
}));
const audit = lazy(async () => ({ default: (await import('../pages/audit/audit-page')).AuditPage }));
const transfer = lazy(async () => ({
  default: (await import('../pages/transfer/transfer-page')).TransferPage,
}));
const tryOut = lazy(async () => ({ default: (await import('../pages/try/try-page')).TryPage }));

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
