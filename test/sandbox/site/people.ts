import type { JiraStandIn } from '../jira';

/** A person who can use the site. */
export interface SiteUser {
  readonly accountId: string;
  readonly displayName: string;
  /** Holds Administer Jira. */
  readonly admin: boolean;
}

/** Everybody who can sign in, administrators first. */
export function peopleOf(site: JiraStandIn): readonly SiteUser[] {
  const people = [...site.world.state.users.values()].filter(
    (user) => user.active && user.accountType === 'atlassian',
  );
  return people
    .map(({ accountId, displayName, globalPermissions }) => {
      return { accountId, displayName, admin: globalPermissions.includes('ADMINISTER') };
    })
    .sort((a, b) => Number(b.admin) - Number(a.admin));
}
