/** The resolver of the issue action *Link a finding*. */
import {
  type LinkFindingCall,
  linkFindingInputs,
  type LinkFindingParsed,
} from '../contract/link-finding-calls';
import { linkFinding as link } from '../flows/panel/link-finding';
import { noFinding } from '../flows/panel/refused';
import { searchFindings } from '../flows/panel/search-findings';
import { issueResolver, type Place } from './issue-calls';

type Calls = {
  readonly [Name in LinkFindingCall]: (at: Place, input: LinkFindingParsed<Name>) => Promise<object>;
};

const calls: Calls = {
  'finding.search': ({ ports, issueId, person }, input) => searchFindings(ports, issueId, person, input),
  'finding.link': ({ ports, issueId, person }, input) => link(ports, issueId, person, input),
};

/** The function behind the issue action. */
export const linkFinding = issueResolver(linkFindingInputs, calls, () => noFinding);
