import type { Detector } from '#contract/masking';
import { maskedBrands } from '../masked-brands';

const names: Record<Detector, string> = {
  ...maskedBrands,
  'webhook-url': 'Webhook addresses',
  'private-key': 'Private keys',
  'age-key': 'age keys',
  authorization: 'Authorization headers',
  'session-cookie': 'Session cookies',
  'url-password': 'Passwords in addresses',
  'url-token': 'Tokens in addresses',
  'connection-string': 'Connection strings',
  password: 'Passwords and keys in settings and code',
};

/** The page "Masking". */
export const masking = {
  title: 'Masking',
  intro:
    'Secrets in findings and reports are replaced by their kind before anything is stored or goes to Jira.',
  counted: (kinds: string) => `Masked: ${kinds}`,
  kinds: {
    title: 'What is masked',
    intro: 'Ids and products are never masked. A change holds for what comes in from now on.',
    enabled: 'Mask secrets',
    offTitle: 'Secrets are stored and shown as they come',
    off: 'Everybody who may browse the issues sees them, and they stay in Jira’s history.',
    names,
  },
  own: {
    title: 'Own patterns',
    intro:
      'What a pattern finds is replaced by its name. Patterns are written as RE2 takes them: like regular expressions, without look-around and back references.',
    name: 'Name',
    pattern: 'Pattern',
    add: 'Add a pattern',
    remove: (name: string) => `Remove the pattern ${name}`,
  },
  tryOut: {
    title: 'Try it',
    intro: 'By what is chosen on this page, saved or not. Nothing is stored.',
    sample: 'Sample text',
    submit: 'Show what is masked',
    result: 'As it would be stored',
    nothing: 'Nothing is masked.',
    pattern: 'The pattern',
  },
};
