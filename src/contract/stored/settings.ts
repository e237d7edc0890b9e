/** Settings as older versions of the app stored and exported them, brought to the shape of today. */
import { z } from 'zod';
import { Lifecycle, Severity } from '../finding';
import { defaultRules, type Rules } from '../rules';
import { type SectionName, settingsVersion } from '../settings';

/** Until version 2 one section said which findings become issues; it is the first rule now. */
export const retiredSection = 'creating';

const Creating = z.object({
  lifecycles: z.array(Lifecycle).default(['open']),
  leastSeverity: Severity.default('low'),
});

/** The rule that does what the section did; without the section, the default. */
export function rulesOfCreating(creating: unknown): Rules {
  const known = Creating.safeParse(creating).data;
  return defaultRules().map((rule) =>
    known === undefined
      ? rule
      : {
          ...rule,
          name: 'What became an issue before',
          enabled: known.lifecycles.length > 0,
          when: {
            all: [
              {
                field: 'lifecycle',
                op: 'in',
                value: known.lifecycles.length > 0 ? known.lifecycles : ['open'],
              },
              { field: 'severity', op: 'atLeast', value: known.leastSeverity },
            ],
          },
        },
  );
}

/**
 * A settings document of any version as one of today; what is no such document is handed back as it is, for its
 * reader to refuse. A section that it does not hold stays absent.
 */
export function upgradeDocument(document: unknown): unknown {
  const old = z.looseObject({ version: z.literal(1) }).safeParse(document).data;
  if (!old) return document;
  const { [retiredSection]: creating, rules: _never, ...rest } = old;
  const rules = creating === undefined ? {} : { rules: rulesOfCreating(creating) };
  return { ...rest, ...rules, version: settingsVersion };
}

/**
 * A stored section as one of today; `v` is the version it was stored with, absent in the first. Undefined: it says
 * nothing any more.
 */
export function upgradeSection(section: SectionName, value: unknown, v: number | undefined): unknown {
  return section === 'rules' && v === undefined ? undefined : value;
}
