/** The issue panel's resolver. */
import { type PanelCall, panelInputs, type PanelParsed, type PanelView } from '../contract/panel-calls';
import { askRetest } from '../flows/panel/ask-retest';
import { decideRisk } from '../flows/panel/decide-risk';
import { linkIssue, unlinkIssue } from '../flows/panel/link-issue';
import { type Acted, noFinding } from '../flows/panel/refused';
import { takeBack } from '../flows/panel/take-back';
import { viewPanel } from '../flows/panel/view-panel';
import { issueResolver, type Place } from './issue-calls';

type Calls = {
  readonly [Name in PanelCall]: (at: Place, input: PanelParsed<Name>) => Promise<Acted | PanelView>;
};

const calls: Calls = {
  'panel.get': ({ ports, issueId, person }) => viewPanel(ports, issueId, person),
  'panel.reject': ({ ports, issueId, person }, { reason }) =>
    decideRisk(ports, issueId, person, { kind: 'rejected', reason }),
  'panel.accept': ({ ports, issueId, person }, { until, reason }) =>
    decideRisk(ports, issueId, person, { kind: 'accepted', until, reason }),
  'panel.retest': ({ ports, issueId, person }, input) => askRetest(ports, issueId, person, input),
  'panel.takeBack': ({ ports, issueId, person }) => takeBack(ports, issueId, person),
  'panel.link': ({ ports, issueId, person }, { key }) => linkIssue(ports, issueId, person, key),
  'panel.unlink': ({ ports, issueId, person }) => unlinkIssue(ports, issueId, person),
};

/** The function behind the issue panel. Where there is no issue there is nothing to show. */
export const panel = issueResolver(panelInputs, calls, (name) => (name === 'panel.get' ? {} : noFinding));
