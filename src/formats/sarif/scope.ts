import { imageName } from '../reading/place-text';
import { firstImage, repositoryName, scopeText } from '../reading/scope';
import { clampText, oneLine } from '../text';
import type { Run } from './log';

/** What a run says that it speaks for: category, repository and branch, and the image; empty if it says nothing. */
export function scopeOf(run: Run): string {
  const { repository, branch } = sourceOf(run);
  return scopeText({ category: categoryOf(run), repository, branch, image: imageName(imageOf(run)) });
}

/** The container image that a run looked at, as some tools note it; empty if it names none. */
export function imageOf({ properties }: Run): string {
  const name = properties?.['imageName'];
  return typeof name === 'string' ? clampText(firstImage([oneLine(name)]), 512) : '';
}

interface SourceCode {
  readonly repository?: string;
  readonly branch?: string;
}

/** Every result of a run asks for it. */
const known = new WeakMap<Run, SourceCode>();

/** The repository, without the ways of writing its address, and the branch that was scanned. */
export function sourceOf(run: Run): SourceCode {
  const source = known.get(run) ?? readSource(run);
  known.set(run, source);
  return source;
}

function readSource(run: Run): SourceCode {
  const source = run.versionControlProvenance?.[0];
  const repository = repositoryName(source?.repositoryUri ?? '');
  const branch = (source?.branch ?? '').trim().replace(/^refs\/heads\//, '');
  return { ...(repository && { repository }), ...(branch && { branch }) };
}

/** What stands before the last slash names the category, what comes after it this one run. */
function categoryOf({ automationDetails }: Run): string {
  const id = automationDetails?.id?.trim() ?? '';
  const slash = id.lastIndexOf('/');
  if (slash >= 0) return id.slice(0, slash);
  return isOfOneRun(id) ? '' : id;
}

/** A name without a slash is a category, unless it is a date, a number or a guid, which no other run has. */
function isOfOneRun(id: string): boolean {
  return /\d{4,}|\d+[-.:]\d+[-.:]\d+|[0-9a-f]{8}-[0-9a-f]{4}-/i.test(id);
}
