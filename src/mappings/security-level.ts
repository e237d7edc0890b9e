import { type BuiltIn, idOf } from './mapping';

/** The space's security level: who may see the issue. */
export const securityLevel: BuiltIn = {
  jiraField: () => 'security',
  draft: ({ space }) => {
    const id = space.securityLevel?.id;
    return id === undefined ? undefined : { value: { id }, comparable: id };
  },
  read: idOf,
};
