/** The page "Export and import". */
export const transfer = {
  title: 'Export and import',
  intro: 'Take the settings to another site, or keep them as a file. Secrets are never part of it.',
  export: {
    title: 'Export',
    body: 'One JSON document with all settings. References hold the names of spaces, statuses and priorities, so that they can be found again on another site.',
    download: 'Download',
    document: 'Settings document',
  },
  import: {
    title: 'Import',
    body: 'Choose a file or paste a document. You see every difference before anything is saved.',
    file: 'Choose a file',
    paste: 'Settings document to import',
    notJson: 'is not JSON',
    compare: 'Compare',
    changes: 'What would change',
    none: 'The document holds the settings that are saved already.',
    unresolved: 'Not found on this site',
    unresolvedHelp: 'These things are left empty. Choose them after the import.',
    apply: (count: number) => (count === 1 ? 'Apply 1 change' : `Apply ${String(count)} changes`),
    overtaken: 'Someone saved settings in the meantime',
    overtakenHelp:
      'Nothing was imported. Below is what the document would change in the settings as they are now.',
    applied: 'The settings are imported',
    failed: 'The document was not taken',
  },
};
