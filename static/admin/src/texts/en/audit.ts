/** The page "Audit". */
export const audit = {
  title: 'Audit',
  intro: 'Who changed which settings, newest first.',
  empty: {
    title: 'No settings were saved yet',
    body: 'Each change of the settings appears here, with its undo.',
  },
  section: 'Section',
  anySection: 'All sections',
  by: (who: string) => `by ${who}`,
  unknown: 'someone who is gone',
  created: 'Saved without a change',
  undo: 'Undo',
  undoOf: (what: string) => `Undo: ${what}`,
  undoTitle: 'Undo this change?',
  undoBody:
    'The section is saved as it was before this change. Changes that were made since then to the same section are undone as well.',
  undone: 'The change is undone',
  failed: 'The change could not be undone',
};
