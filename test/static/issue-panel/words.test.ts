import { builtInStatuses, severities } from '../../../src/contract/finding';
import { severityLozenge } from '../../../static/issue-panel/format/severity';
import { otherSide } from '../../../static/issue-panel/format/side';
import { dayInWords } from '../../../static/issue-panel/format/due-date';
import { categoryAppearance, isOpen, statusLozenge } from '../../../static/issue-panel/format/status';
import { syncProblem } from '../../../static/issue-panel/format/sync-problem';
import { english, german, languageOf, russian } from '../../../static/issue-panel/texts/language';

const { texts } = english;

describe('the language', () => {
  it('is German or Russian for every such locale, as Jira writes them, and English otherwise', () => {
    const locales = ['de', 'de-DE', 'de_AT', 'DE', 'ru', 'ru-RU', 'ru_RU', 'en-US', 'fr', 'del', 'rup', ''];
    const languages = locales.map((locale) => languageOf(locale).code).join(' ');
    expect(languages).toBe('de de de de ru ru ru en en en en en');
  });
});

describe('severity', () => {
  it('has a word of its own for each value', () => {
    expect(severities.map((severity) => severityLozenge(severity, texts).word)).toEqual([
      'Critical',
      'High',
      'Medium',
      'Low',
      'Info',
    ]);
  });
});

describe('status in the portal', () => {
  it('agrees with the contract on which statuses are open', () => {
    for (const [status, lifecycle] of Object.entries(builtInStatuses))
      expect(isOpen(status)).toBe(lifecycle === 'open');
  });

  it('says until when a risk is accepted', () => {
    const status = { status: 'temporarily_risk_accepted', acceptedUntil: '2026-12-31' };
    expect(statusLozenge(status, texts).word).toBe('Risk accepted until 31 Dec 2026');
    expect(statusLozenge({ status: 'temporarily_risk_accepted' }, texts).word).toBe('Risk accepted for now');
  });

  it('reads an own status like its name', () => {
    expect(statusLozenge({ status: 'in_triage' }, texts)).toEqual({
      word: 'In triage',
      appearance: 'default',
    });
    expect(statusLozenge({ status: 'constructor' }, texts).word).toBe('Constructor');
  });

  it('colours a Jira status by its category', () => {
    expect(['new', 'indeterminate', 'done'].map(categoryAppearance)).toEqual([
      'default',
      'inprogress',
      'success',
    ]);
  });
});

describe('a decision', () => {
  const { texts: said } = russian;
  const day = dayInWords('2026-11-27', said);

  it('is told with one stop after a day that ends in one', () => {
    expect(said.acceptedHere(dayInWords('2026-12-31', said), day)).toBe(
      'Риск принят до 31 дек. 2026 г., решено в Jira 27 нояб. 2026 г.',
    );
    expect(said.rejectedHere(day)).toBe('Ложное срабатывание, решено в Jira 27 нояб. 2026 г.');
    expect(said.askedOn(day)).toBe('О повторной проверке попросили 27 нояб. 2026 г., портал ещё не ответил.');
  });

  it('is told with a stop after a day that has none', () => {
    expect(said.rejectedHere('2026-11-27')).toBe('Ложное срабатывание, решено в Jira 2026-11-27.');
  });
});

describe('what is wrong', () => {
  it('is nothing while all is well or under way', () => {
    expect(syncProblem(undefined, english)).toBeUndefined();
    expect(syncProblem({ state: 'synced' }, english)).toBeUndefined();
    expect(syncProblem({ state: 'pending' }, english)).toBeUndefined();
  });

  it('says what holds the finding up and who can fix it', () => {
    const reason = { code: 'fieldRequired', project: 'WEB', field: 'Environment', where: 'fields' } as const;
    expect(syncProblem({ state: 'held', reason }, english)).toBe(
      'Held up: The space WEB requires Environment, and nothing fills it. Give Environment a value under Fields, then retry. A Jira admin can fix this under Jira settings, Apps, Security Findings.',
    );
    expect(syncProblem({ state: 'held', reason }, russian)).toBe(
      'Задержано: Пространство WEB требует поле «Environment», но его ничто не заполняет. Задайте значение поля «Environment» в разделе «Поля» и повторите. Администратор Jira может исправить это: Настройки Jira, Приложения, Security Findings.',
    );
    expect(syncProblem({ state: 'held', reason }, german)).toBe(
      'Aufgehalten: Der Bereich WEB verlangt Environment, und nichts füllt es. Geben Sie unter „Felder“ einen Wert für Environment vor, dann versuchen Sie es erneut. Wer Jira administriert, kann das unter Jira-Einstellungen, Apps, Security Findings in Ordnung bringen.',
    );
  });

  it('leaves what Jira said as Jira said it, with a full stop', () => {
    const reason = { code: 'refused', doing: 'linking', said: 'No link type' } as const;
    expect(syncProblem({ state: 'held', reason }, english)).toMatch(
      /^Held up: Linking issues: Jira says “No link type”\. A/,
    );
    expect(syncProblem({ state: 'held', reason }, german)).toMatch(
      / Vorgängen: Jira sagt „No link type“\. Wer/,
    );
  });

  it('is told even where nobody noted why', () => {
    expect(syncProblem({ state: 'held' }, english)).toMatch(/^Held up: something in Jira/);
    expect(syncProblem({ state: 'skipped' }, german)).toMatch(/Die Einstellungen lassen/);
  });

  it('says that the portal no longer has the finding', () => {
    expect(syncProblem({ state: 'deleted' }, english)).toContain('does not report this finding any more');
  });
});

describe('the linked issue', () => {
  it('is called by its side', () => {
    expect(otherSide('product', texts)).toBe('Security issue');
    expect(otherSide('security', texts)).toBe('Product issue');
    expect(otherSide(undefined, texts)).toBe('Linked issue');
  });
});
