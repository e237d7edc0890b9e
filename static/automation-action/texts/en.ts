/** The words of the forms of Automation's actions, in English. */
export const en = {
  actsAs:
    'The rule acts as the user of its connection, who needs the same permissions as on the issue panel and must have allowed the app.',
  label: { issue: 'Issue', until: 'Accepted until, that day included', reason: 'Reason' },
  help: {
    issue: 'Key of the issue. {{issue.key}} is the issue of the rule.',
    until: 'A number of days, a day as YYYY-MM-DD, or a smart value that gives one.',
    reason:
      'The portal is told, if it hears of this, and whoever may see the issue. Smart values are filled in.',
  },
  required: 'Fill this in.',
  wrong: 'This does not fit.',
};
