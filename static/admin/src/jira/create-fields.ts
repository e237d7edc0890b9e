import { z } from 'zod';
import type { CreateFields } from './types';
import { readAll, readAs, withQuery } from './paging';

const NamedAnswer = z.object({ id: z.string(), name: z.string() });
const Priority = NamedAnswer.extend({ iconUrl: z.string().optional() });

const Field = z.object({
  fieldId: z.string(),
  name: z.string(),
  required: z.boolean(),
  hasDefaultValue: z.boolean().optional(),
  schema: z.object({ type: z.string() }),
  allowedValues: z.array(z.unknown()).optional(),
});
type Field = z.infer<typeof Field>;

const Page = z.object({ fields: z.array(Field), total: z.number().optional() });

/** Reads the create screen of an issue type in a project, as the admin. */
export async function readCreateFields(projectId: string, issueTypeId: string): Promise<CreateFields> {
  const place = `${encodeURIComponent(projectId)}/issuetypes/${encodeURIComponent(issueTypeId)}`;
  const fields = await readAll(async (startAt, maxResults) => {
    const path = withQuery(`/rest/api/3/issue/createmeta/${place}`, { startAt, maxResults });
    const { fields, total } = await readAs(Page, path);
    return { items: fields, total };
  });
  return summarize(fields);
}

/** Fields that every issue of the app has anyway. */
const filled = new Set(['summary', 'project', 'issuetype', 'description', 'reporter']);

function summarize(fields: readonly Field[]): CreateFields {
  const find = (id: string) => fields.find(({ fieldId }) => fieldId === id);
  const priority = find('priority');
  const components = find('components');
  const security = find('security');
  return {
    ...(priority && { priorities: values(Priority, priority) }),
    ...(components && { components: values(NamedAnswer, components) }),
    ...(security && { securityLevels: values(NamedAnswer, security) }),
    dateFields: fields
      .filter(({ schema }) => schema.type === 'date')
      .map(({ fieldId, name }) => ({ id: fieldId, name })),
    assignee: find('assignee') !== undefined,
    demanded: fields
      .filter((field) => field.required && field.hasDefaultValue !== true && !filled.has(field.fieldId))
      .map(({ name }) => name),
  };
}

function values<T>(schema: z.ZodType<T>, field: Field): T[] {
  return (field.allowedValues ?? []).flatMap((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}
