import { type ComponentType, type ReactNode } from 'react';
import { lazily } from '../parts/lazily';
import type { Section } from '../texts/sections';

/** A page, and the sections of texts that its own parts speak, fetched together. */
interface PageRoute {
  readonly Page: ComponentType;
  readonly sections: readonly Section[];
}

/** The pages by the first part of their path, as the manifest's sidebar names them. */
const pages: Readonly<Record<string, PageRoute>> = {
  overview: page(
    async () => (await import('../pages/overview/overview-page')).OverviewPage,
    ['overview', 'activity', 'connections', 'spaces', 'fields'],
  ),
  connections: page(
    async () => (await import('../pages/connections/connections-page')).ConnectionsPage,
    ['connections', 'hears'],
  ),
  spaces: page(
    async () => (await import('../pages/spaces/spaces-page')).SpacesPage,
    ['spaces', 'fields', 'fieldPage', 'templates'],
  ),
  rules: page(
    async () => (await import('../pages/rules/rules-page')).RulesPage,
    ['rules', 'products', 'spaces', 'fields', 'fieldPage', 'templates'],
  ),
  closing: page(async () => (await import('../pages/closing/closing-page')).ClosingPage, ['closing']),
  tasks: page(async () => (await import('../pages/tasks/tasks-page')).TasksPage, ['tasks']),
  'due-dates': page(async () => (await import('../pages/dates/dates-page')).DatesPage, ['dates']),
  activity: page(
    async () => (await import('../pages/activity/activity-page')).ActivityPage,
    ['activity', 'receipt', 'story', 'masking'],
  ),
  products: page(
    async () => (await import('../pages/products/products-page')).ProductsPage,
    ['products', 'spaces', 'fields', 'fieldPage', 'templates'],
  ),
  fields: page(async () => (await import('../pages/fields/fields-page')).FieldsPage, ['fieldPage']),
  templates: page(
    async () => (await import('../pages/templates/templates-page')).TemplatesPage,
    ['templates'],
  ),
  masking: page(async () => (await import('../pages/masking/masking-page')).MaskingPage, ['masking']),
  searches: page(async () => (await import('../pages/searches/searches-page')).SearchesPage, ['searches']),
  audit: page(
    async () => (await import('../pages/audit/audit-page')).AuditPage,
    ['audit', 'connections', 'fields', 'choices'],
  ),
  transfer: page(
    async () => (await import('../pages/transfer/transfer-page')).TransferPage,
    ['transfer', 'fields', 'choices'],
  ),
  try: page(async () => (await import('../pages/try/try-page')).TryPage, ['tryOut', 'rules', 'masking']),
};

/** The page for a path; `/` is the overview, anything unknown is undefined. */
export function pageAt(path: string): PageRoute | undefined {
  const first = path.split('/').find((part) => part !== '') ?? 'overview';
  return Object.hasOwn(pages, first) ? pages[first] : undefined;
}

function page(load: () => Promise<() => ReactNode>, sections: readonly Section[]): PageRoute {
  return { Page: lazily<object>(load), sections };
}
