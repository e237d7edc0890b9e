import { codeBlock } from '../reading/code-block';
import type { Result } from './log';

/** The code at a result's first place as a code block; empty where the log shows none. */
export function codeOf({ locations }: Result): string {
  const place = locations?.find((location) => location !== undefined)?.physicalLocation;
  return codeBlock(place?.region?.snippet?.text);
}
