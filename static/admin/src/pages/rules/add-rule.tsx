import Button from '@atlaskit/button/new';
import { newRule, starterNames } from '../../logic/rules';
import { useTexts } from '../../texts/texts';
import type { RulesDraft } from './part-props';

/** A rule of one's own, or one that many begin with. New rules come last. */
export function AddRule({ draft }: { draft: RulesDraft }) {
  const texts = useTexts().rules;
  const add = (rule: ReturnType<typeof newRule>) => draft.set('rules', (now) => [...now, rule]);
  return (
    <section className="sf-stack-tight" aria-label={texts.add}>
      <div className="sf-row">
        <Button onClick={() => add(newRule(texts.newName))}>{texts.add}</Button>
      </div>
      <p className="sf-subtle">{texts.startersHelp}</p>
      <div className="sf-row">
        {starterNames.map((name) => (
          <Button key={name} spacing="compact" onClick={() => add(newRule(texts.starters[name], name))}>
            {texts.starters[name]}
          </Button>
        ))}
      </div>
    </section>
  );
}
