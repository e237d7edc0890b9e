/** The page "Audit". */
export const audit = {
  title: 'Audit',
  intro: 'Who changed which settings, and who did what to which connection, newest first.',
  empty: {
    title: 'Nothing was changed yet',
    body: 'Each change of the settings appears here, with its undo, and what is done to connections.',
  },
  section: 'Section',
  anySection: 'All sections',
  by: (who: string) => `by ${who}`,
  unknown: 'someone who is gone',
  created: 'Saved without a change',
  undo: 'Undo',
  undoOf: (what: string) => `Undo: ${what}`,
  undoTitle: (what: string) => `Undo this change of ${what}?`,
  undoBody: 'The section is saved as it was before this change. This is what that changes now:',
  undoLater: (count: number) =>
    count === 1
      ? 'The section was changed once since then: that change is undone as well.'
      : `The section was changed ${String(count)} times since then: these changes are undone as well.`,
  undoNothing: 'The section says by now what it said before this change: there is nothing to undo.',
  deeds: {
    created: 'Connected',
    renamed: 'Renamed',
    switchedOn: 'Switched on',
    switchedOff: 'Switched off: every call is refused',
    paused: 'Paused',
    resumed: 'Resumed',
    rotated: 'New secret; the old one worked another day',
    revoked: 'New secret; every older one ended at once',
    previousEnded: 'The old secret was ended early',
    archived: 'Archived',
    restored: 'Restored, with a new secret',
    forgotten: 'Its findings were forgotten',
    rebuilt: 'Rebuilt from Jira',
    outboundSet: 'What the portal hears was set',
    signingRotated: 'New secret for what the portal hears',
    replayed: 'Events were sent again',
    skipped: 'Events were left out',
  },
  undone: 'The change is undone',
  failed: 'The change could not be undone',
};
