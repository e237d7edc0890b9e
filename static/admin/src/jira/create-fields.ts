import { z } from 'zod';
import { fieldTypeOf } from '#contract/field-types';
import type { CreateFields, ScreenField } from './types';
import { readAll, readAs, withQuery } from './paging';

const NamedAnswer = z.object({ id: z.string(), name: z.string() });
const Priority = NamedAnswer.extend({ iconUrl: z.string().optional() });

const Field = z.object({
  fieldId: z.string(),
  name: z.string(),
  required: z.boolean(),
  hasDefaultValue: z.boolean().optional(),
  schema: z.object({
    type: z.string(),
    items: z.string().optional(),
    system: z.string().optional(),
    custom: z.string().optional(),
  }),
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
    all: fields.map(toScreenField),
  };
}

function values<T>(schema: z.ZodType<T>, field: Field): T[] {
  return (field.allowedValues ?? []).flatMap((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Options are called by their value, everything else by its name. */
const Allowed = z.union([
  NamedAnswer,
  z.object({ id: z.string(), value: z.string() }).transform(({ id, value }) => ({ id, name: value })),
]);

const richSystemFields = ['description', 'environment'];

function toScreenField(field: Field): ScreenField {
  const { fieldId, name, required, hasDefaultValue, schema, allowedValues } = field;
  const isRich =
    schema.custom?.endsWith(':textarea') === true || richSystemFields.includes(schema.system ?? '');
  return {
    id: fieldId,
    name,
    required,
    hasDefault: hasDefaultValue === true,
    type: schema.type,
    ...(schema.items === undefined ? {} : { items: schema.items }),
    isRich,
    fieldType: fieldTypeOf(schema),
    ...(allowedValues === undefined ? {} : { allowed: values(Allowed, field) }),
  };
}
