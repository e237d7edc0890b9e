import { outcomes } from '../../../src/contract/activity';
import { type PanelAction, panelActions, type PanelView, refusals } from '../../../src/contract/panel-calls';
import { choicesOf } from '../../../static/issue-panel/format/choices';
import { consequencesOf } from '../../../static/issue-panel/format/consequences';
import { historyLines } from '../../../static/issue-panel/format/history';
import { refusalInWords } from '../../../static/issue-panel/format/refusal';
import { english, german, languageOf, russian } from '../../../static/issue-panel/texts/language';

const view: PanelView = {
  finding: {
    id: 'F-1',
    product: 'shop',
    title: 'A title',
    severity: 'high',
    status: 'verified',
    kind: 'vulnerability',
  },
  role: 'security',
  may: { decide: true, link: true },
  linked: { id: '1' },
  told: panelActions,
};
const accepted = { kind: 'accepted', until: '2026-12-31', at: 0, agreed: false } as const;

describe('what is offered', () => {
  it.each<[string, Partial<PanelView>, string]>([
    ['to whoever may do everything', {}, 'retest reject accept unlink'],
    ['where nothing is linked', { linked: undefined }, 'retest reject accept link'],
    ['to whoever may only look', { may: { decide: false, link: false } }, 'retest'],
    ['where the portal hears nothing', { told: [] }, 'reject accept unlink'],
    ['where it does not hear of retests', { told: ['panel.reject'] }, 'reject accept unlink'],
    ['where there is no portal', { told: undefined }, 'reject accept unlink'],
    ['on an accepted risk', { decision: accepted }, 'takeBack retest reject accept unlink'],
    [
      'on what the portal has taken over',
      { decision: { ...accepted, agreed: true } },
      'retest reject accept unlink',
    ],
  ])('%s', (_who, over, expected) => {
    const offered = choicesOf({ ...view, ...over });
    expect(offered.map((name) => name.replace('panel.', '')).join(' ')).toBe(expected);
  });

  it('is nothing about a finding that the portal calls done, and nothing where there is none', () => {
    const done = { ...view, finding: { ...view.finding, status: 'resolved' } } as PanelView;
    expect(choicesOf(done)).toEqual(['panel.retest', 'panel.unlink']);
    expect(choicesOf({})).toEqual([]);
  });
});

describe.each([
  ['English', english],
  ['German', german],
  ['Russian', russian],
])('in %s', (_name, language) => {
  const { texts } = language;

  it('a false positive says that issues are deleted, where they are', () => {
    const sentences = consequencesOf('panel.reject', { ...view, deletedAfterDays: 7 }, 'SEC-1', texts);
    expect(sentences).toContain(texts.deletes(7));
    expect(consequencesOf('panel.reject', view, 'SEC-1', texts)).not.toContain(texts.deletes(7));
  });

  it('each action says whether the portal hears of that very action, and nothing where there is no portal', () => {
    const said = [texts.tellsPortal, texts.tellsPortalName, texts.tellsNobody];
    const sayings = (name: PanelAction, told: PanelView['told']) =>
      consequencesOf(name, { ...view, told }, '', texts).filter((one) => said.includes(one));
    for (const name of panelActions) {
      const others = panelActions.filter((one) => one !== name);
      expect(sayings(name, others)).toEqual([texts.tellsNobody]);
      expect(sayings(name, undefined)).toEqual([]);
      expect([texts.tellsPortal, texts.tellsPortalName]).toEqual(
        expect.arrayContaining(sayings(name, [name])),
      );
    }
  });

  it('every refusal has words, and a wrong field its name', () => {
    for (const because of refusals)
      expect(refusalInWords({ code: 'conflict', message: '', because }, language)).toMatch(/\.$/);
    const errors = [{ path: 'until', message: { code: 'required' } }] as const;
    expect(refusalInWords({ code: 'invalid', message: '', errors }, language)).toContain(texts.untilLabel);
  });

  it('the history tells what changed something, with who did it and where', () => {
    const lines = historyLines(
      outcomes.map((outcome) => ({ what: 'outcome', at: 0, outcome, issues: ['WEB-1'], by: 'person' })),
      texts,
    );
    expect(lines).toHaveLength(outcomes.length - 3);
    for (const { what } of lines) expect(what).toMatch(new RegExp(`^\\S.* ${texts.by.person} \\(WEB-1\\)$`));
  });
});

test('Jira in Russian has a Russian panel', () => {
  expect(['ru', 'ru-RU', 'ru_RU'].map(languageOf)).toEqual([russian, russian, russian]);
});
