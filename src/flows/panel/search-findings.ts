/** A person looks for the finding that an issue belongs to. */
import type { FindingSearch } from '../../contract/link-finding-calls';
import type { ReadPorts } from '../ports';
import type { Person } from '../ports-person';
import { type Lacking, newestLacking } from './newest-lacking';
import type { Acted } from './refused';
import { standOn } from './stand-on';

const mostShown = 25;
/** A bulk fetch as the person takes so many issues. */
const mostNames = 100;

/**
 * Open findings that lack an issue where this one is, found by an exact id or by a text among the newest. One that has
 * its other issue already is told only to whoever may browse that.
 */
export async function searchFindings(
  ports: ReadPorts,
  issueId: string,
  person: Person,
  { text = '' }: { readonly text?: string | undefined },
): Promise<FindingSearch | Required<Acted>> {
  const stands = await standOn(ports, issueId, person);
  if ('error' in stands) return stands;
  const { document: settings } = await ports.settings.read();
  const lacking = await newestLacking(ports, stands.at, settings, text);
  const found = await browsed(
    lacking.filter(({ record }) => matches(record, text)),
    person,
  );
  const findings = found.slice(0, mostShown).map(({ key, record }) => {
    const { title, severity } = record.facts;
    return { ref: key, id: record.findingId, product: record.product, title, severity };
  });
  return { findings, ...(found.length > mostShown ? { more: true } : {}) };
}

function matches({ findingId, facts: { title, cve = [] } }: Lacking['record'], text: string): boolean {
  const wanted = text.toLowerCase();
  return [findingId, title, ...cve].some((one) => one.toLowerCase().includes(wanted));
}

/** Asked in one call: of those after the hundredth other issue none is told. */
async function browsed(lacking: readonly Lacking[], person: Person): Promise<Lacking[]> {
  const others = lacking.flatMap(({ other }) => other?.id ?? []).slice(0, mostNames);
  const seen = others.length > 0 ? await person.browses(others) : new Map<string, unknown>();
  return lacking.filter(({ other }) => other === undefined || seen.has(other.id));
}
