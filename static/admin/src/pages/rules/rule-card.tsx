import Button, { IconButton } from '@atlaskit/button/new';
import ArrowDown from '@atlaskit/icon/core/arrow-down';
import ArrowUp from '@atlaskit/icon/core/arrow-up';
import Toggle from '@atlaskit/toggle';
import type { Rule } from '#contract/rules';
import { isolated } from '../../../../shared/isolated';
import { useTexts } from '../../texts/texts';
import { RuleEditor } from './rule-editor';
import type { RulesDraft } from './part-props';
import { useRuleName, useSummary } from '../../parts/rule-words';

export interface RuleCardProps {
  readonly rule: Rule;
  readonly index: number;
  readonly count: number;
  readonly draft: RulesDraft;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onCopy: () => void;
  /** Without a rule: it is removed. */
  readonly onChange: (rule?: Rule) => void;
}

/** One rule: what it does in a sentence, and open, its editor. */
export function RuleCard(props: RuleCardProps) {
  const { rule, index, count, isOpen, onToggle, onMove, onChange } = props;
  const texts = useTexts().rules;
  const summarize = useSummary();
  const name = useRuleName()(rule);
  return (
    <li className="sf-card sf-stack-tight" aria-label={name} data-place={rule.id}>
      <div className="sf-row-between sf-top">
        <div className="sf-grow">
          <h2 className="sf-rule-name">{`${String(index + 1)}. ${isolated(name)}`}</h2>
          <p className="sf-subtle">{summarize(rule)}</p>
        </div>
        <div className="sf-row sf-rule-buttons">
          <Toggle
            id={`rule-${rule.id}-enabled`}
            label={texts.enabledOf(name)}
            isChecked={rule.enabled}
            onChange={() => onChange({ ...rule, enabled: !rule.enabled })}
          />
          <IconButton
            icon={ArrowUp}
            label={texts.up(name)}
            appearance="subtle"
            spacing="compact"
            isDisabled={index === 0}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={texts.down(name)}
            appearance="subtle"
            spacing="compact"
            isDisabled={index === count - 1}
            onClick={() => onMove(1)}
          />
          <Button
            spacing="compact"
            aria-label={isOpen ? texts.closeOf(name) : texts.editOf(name)}
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            {isOpen ? texts.close : texts.edit}
          </Button>
        </div>
      </div>
      {isOpen && <Open {...props} />}
    </li>
  );
}

function Open({ rule, index, draft, onChange, onCopy }: RuleCardProps) {
  const texts = useTexts().rules;
  return (
    <>
      <RuleEditor rule={rule} path={`rules.${String(index)}`} draft={draft} onChange={onChange} />
      <div className="sf-row">
        <Button appearance="subtle" onClick={onCopy}>
          {texts.duplicate}
        </Button>
        <Button appearance="subtle" onClick={() => onChange()}>
          {texts.remove}
        </Button>
      </div>
    </>
  );
}
