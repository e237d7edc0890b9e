/** The page "Templates". */
export const templates = {
  title: 'Templates',
  intro:
    'What issues are called and what stands in them. A rule may choose a template, else the tool does, else the kind of the finding.',
  list: 'All templates',
  add: 'New template',
  newName: 'New template',
  builtIn: 'Built in',
  changed: 'Changed',
  reset: 'Reset to built-in',
  remove: 'Remove',
  usedBy: (rules: string) => `Chosen by the rules: ${rules}`,
  name: 'Name',
  tools: 'Tools',
  toolsHelp: 'Findings of these tools take this template, where no rule names another.',
  toolsPlaceholder: 'Type the name of a tool',
  summary: 'Summary',
  summaryHelp: 'Where it comes out empty, the finding’s title is taken.',
  description: 'Description',
  mode: 'When the finding changes, {mode}',
  modeLabel: 'What happens to the description',
  modes: {
    replace: 'replace the description',
    append: 'replace only the app’s part; text above and below stays',
  },
  preview: 'Preview',
  finding: 'Finding',
  example: 'An example; as soon as portals have sent findings, these can be chosen here.',
  language: 'Language',
  languageHelp: 'Of built-in templates and of labels. Team spaces says which language holds in each space.',
  languages: { en: 'English', de: 'German', ru: 'Russian' },
  standsIn: 'The built-in template stands in.',
  help: {
    title: 'What can stand in a template',
    intro:
      'Liquid, whose result is read as Markdown. What a finding says is inserted as plain text; its description and remediation keep their Markdown.',
    examples: [
      [
        '{{ finding.title }}',
        'A field of the finding, by its name in the API; also location.file, cvss.score, attributes.team.',
      ],
      [
        '{{ product }}, {{ role }}, {{ language }}',
        'The product, the space (product or security) and its language.',
      ],
      ['{% if finding.kev %} … {% endif %}', 'Only if it is so.'],
      [
        '{{ finding.severity | severity_label }}',
        'The word in the language of the space; kind_label, yes_no and percent likewise.',
      ],
      ['{{ finding.dueDate | date: "%d/%m/%Y" }}', 'A date.'],
      ['{{ finding.url | link: "Open it" }}', 'A link.'],
      ['{{ finding.location.file | code }}', 'As code.'],
      ['{{ finding.assets | table: "Asset" }}', 'A list as a table.'],
      ['{{ finding.description | truncate: 500 }}', 'No longer than so many characters.'],
      [
        '{% facts %} CVE: {{ finding.cve }} {% endfacts %}',
        'A table of names and values, a line each; what is empty is left out.',
      ],
    ],
  } satisfies { title: string; intro: string; examples: readonly (readonly [string, string])[] },
};
