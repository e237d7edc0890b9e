import { permissions } from '@forge/bridge';

type Wish = Parameters<typeof permissions.egress.set>[0];

/** Asks in Atlassian's own dialog whether the app may send to these addresses. @throws when nobody approved. */
export async function approveEgress(
  key: string,
  description: string,
  origins: readonly string[],
): Promise<void> {
  // Its back end alone sends to portals. The list of kinds is a package of the bridge's own.
  const configured = origins.map((domain) => ({ domain, type: ['FETCH_BACKEND_SIDE'] }));
  await permissions.egress.set({ egresses: [{ key, description, configured }] } as unknown as Wish);
}
