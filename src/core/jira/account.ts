/** Whose account an e-mail address is, of the people that Jira's search found. */

export interface FoundPerson {
  readonly accountId: string;
  readonly accountType: string;
  readonly active: boolean;
  /** Empty, null or absent where the person's profile hides it. */
  readonly emailAddress?: string | null | undefined;
}

/** `unconfirmed`: Jira hides the address, so only its search says that it is this one. */
export interface Account {
  readonly accountId: string;
  readonly unconfirmed?: true;
}

/** Jira's search also finds what begins alike: a shown address must be the same, a hidden one must be the only match. */
export function accountOfAddress(email: string, found: readonly FoundPerson[]): Account | undefined {
  const people = found.filter(({ active, accountType }) => active && accountType === 'atlassian');
  const same = people.filter(({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase());
  const [only, second] = same.length > 0 ? same : people;
  if (!only || second) return undefined;
  if (same.length > 0) return { accountId: only.accountId };
  return only.emailAddress ? undefined : { accountId: only.accountId, unconfirmed: true };
}
