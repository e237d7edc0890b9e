/** Id and name of the rule that holds until an admin sets another. */
export const defaultRule = { id: 'default', name: 'Open findings' } as const;
