import { useState } from 'react';
import type { Rule } from '#contract/rules';
import { errorAt } from '../../logic/field-errors';
import { moved, withCopy } from '../../logic/rules';
import { EmptyState } from '../../parts/empty-state';
import { useTexts } from '../../texts/texts';
import { RuleCard } from './rule-card';
import type { RulesDraft } from './part-props';

/** The rules in their order; one at a time is open. */
export function RuleList({ draft }: { draft: RulesDraft }) {
  const texts = useTexts().rules;
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const { rules } = draft.value;
  const set = (change: (now: Rule[]) => Rule[]) => draft.set('rules', change);
  const move = (index: number, by: -1 | 1) => {
    set((now) => moved(now, index, by));
    const rule = rules[index];
    if (rule && rules[index + by]) setSaid(texts.movedTo(rule.name, index + by + 1, rules.length));
  };
  if (rules.length === 0) return <EmptyState title={texts.emptyTitle} body={texts.emptyBody} />;
  return (
    <>
      <ol className="sf-rules">
        {rules.map((rule, index) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            index={index}
            count={rules.length}
            draft={draft}
            // What is wrong must be seen.
            isOpen={open === rule.id || errorAt(draft.errors, `rules.${String(index)}`) !== undefined}
            onToggle={() => setOpen(open === rule.id ? undefined : rule.id)}
            onMove={(by) => move(index, by)}
            onCopy={() => set((now) => withCopy(now, index, `${rule.name} (${texts.copy})`.slice(0, 100)))}
            onChange={(next) => set((now) => now.flatMap((one, at) => (at === index ? (next ?? []) : [one])))}
          />
        ))}
      </ol>
      <p className="sf-hidden" role="status">
        {said}
      </p>
    </>
  );
}
