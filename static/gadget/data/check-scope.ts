import { JiraError, postJira } from '../../shared/jira/request';
import { isObject } from '../../shared/is-object';
import { countIssues } from '../../shared/jira/search';
import { conditionOf } from '../../shared/jql/own-jql';
import { type Scope, scopeCondition } from '../../shared/jql/scope';
import type { Texts } from '../texts/en';

/** What is wrong with a scope; `doubt`: it can be kept all the same. */
export interface Objection {
  readonly says: string;
  readonly doubt?: boolean;
}

/** Asks Jira, as the person who sets the gadget up, whether the scope can be counted. Undefined: it can. */
export async function checkScope(
  scope: Scope,
  { edit, failedBecause }: Texts,
): Promise<Objection | undefined> {
  try {
    switch (scope.kind) {
      case 'all':
        return undefined;
      case 'project':
        return scope.project === '' ? { says: edit.chooseProject } : undefined;
      case 'product':
        if (scope.product === '') return { says: edit.nameProduct };
        return (await countIssues(scopeCondition(scope, 'any') ?? '')) === 0
          ? { says: edit.productUnseen, doubt: true }
          : undefined;
      case 'jql': {
        if (conditionOf(scope.jql) === undefined) return { says: edit.jqlOpen };
        const error = await errorIn(scope.jql);
        return error === undefined ? undefined : { says: edit.jqlWrong(error) };
      }
    }
  } catch (error) {
    if (error instanceof JiraError) return { says: failedBecause(error.message) };
    throw error;
  }
}

/** What Jira has against a search; undefined: nothing. */
async function errorIn(jql: string): Promise<string | undefined> {
  const answer = await postJira('/rest/api/3/jql/parse?validation=strict', { queries: [jql] });
  const queries = isObject(answer) && Array.isArray(answer['queries']) ? answer['queries'] : [];
  const [parsed] = queries.filter(isObject);
  const errors = Array.isArray(parsed?.['errors']) ? parsed['errors'].map(String) : [];
  return errors.length === 0 ? undefined : errors.join(' ');
}
