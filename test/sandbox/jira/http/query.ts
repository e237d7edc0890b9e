import { JiraError } from './jira-error';

/** The query of a request; lists may be repeated or comma-separated. */
export interface Query {
  one(name: string): string | undefined;
  list(name: string): string[];
  /** @throws JiraError 400 when it is no whole number */
  int(name: string, fallback: number): number;
  flag(name: string, fallback: boolean): boolean;
}

/** Reads a query string. */
export function queryOf(parameters: URLSearchParams): Query {
  return {
    one: (name) => parameters.get(name) ?? undefined,
    list: (name) =>
      parameters
        .getAll(name)
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    int(name, fallback) {
      const text = parameters.get(name);
      if (text === null || text === '') return fallback;
      if (!/^-?\d+$/.test(text))
        throw new JiraError(400, [`The value '${text}' of '${name}' is not a whole number.`]);
      return Number(text);
    },
    flag: (name, fallback) => (parameters.has(name) ? parameters.get(name) === 'true' : fallback),
  };
}
