import { type BuiltIn, idOf } from './mapping';

/** The issue that a space puts above its own, such as an epic. */
export const parent: BuiltIn = {
  jiraField: ({ parent: above }) => (above?.id === undefined ? undefined : 'parent'),
  draft: ({ space }) => {
    const id = space.parent?.id;
    return id === undefined ? undefined : { value: { id }, comparable: id };
  },
  read: idOf,
};
