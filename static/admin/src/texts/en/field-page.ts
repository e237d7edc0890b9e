/** The page "Fields". */
export const fieldPage = {
  title: 'Fields',
  intro: 'Which fields the app keeps in step, and values for fields that a project demands.',
  owners: {
    title: 'Who owns a field',
    intro:
      'A field of people follows the portal until someone edits it in Jira. A field of the portal is always set again.',
    field: 'Field',
    owner: 'Owner',
    of: (field: string) => `Owner of ${field}`,
    choices: {
      people: 'People: follows until someone edits it',
      portal: 'Portal: always follows',
      create: 'Set once when the issue is created',
    },
    names: {
      summary: 'Summary',
      description: 'Description',
      priority: 'Priority',
      duedate: 'Due date',
      components: 'Components',
      labels: 'Labels',
      assignee: 'Assignee',
      security: 'Security level',
    },
    mode: 'When the finding changes, {mode} the description of the issue',
    modeLabel: 'What happens to the description',
    modes: { replace: 'replace', append: 'add to' },
  },
  fixed: {
    title: 'Values for required fields',
    intro: 'The app sends these with every new issue whose create screen has the field.',
    none: 'No values yet. You need them only where a project demands a field that findings do not fill.',
    demanded: (field: string, project: string) => `${project} requires ${field}, and nothing fills it.`,
    add: 'Add a value',
    field: 'Field',
    value: 'Value',
    valueOf: (field: string) => `Value for ${field}`,
    remove: (field: string) => `Remove the value for ${field}`,
    choose: 'Choose a field',
    noSpace: 'Choose a project under Team spaces first; its fields appear here.',
    unknown: 'not on a create screen in use',
    noInput:
      'This type of field cannot be filled here. Make it optional in Jira, or give it a default there.',
    submit: 'Add',
  },
};
