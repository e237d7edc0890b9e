import type { Connection } from '../../contract/connection';
import { Ids, IdsOfProduct } from '../../contract/portal-api';
import { idScope } from '../../core/sync/link-key';
import { checkBody, type Checked } from './check-body';

/** The ids of a call, with their product where the connection's ids are unique only within it. */
export function checkIds(
  { key }: Connection,
  json: unknown,
): Checked<{ readonly ids: string[]; readonly product?: string }> {
  return checkBody(idScope(key) === 'product' ? IdsOfProduct : Ids, json);
}
