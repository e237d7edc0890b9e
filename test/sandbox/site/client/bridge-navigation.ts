/** The address on this site that a location of the bridge means. @throws for targets that the sandbox does not have. */
export function urlOf(place: Record<string, unknown>): string {
  switch (place['target']) {
    case 'issue':
      return `${location.origin}/browse/${String(place['issueKey'])}`;
    case 'module':
      return `${location.origin}/jira/settings/apps${typeof place['path'] === 'string' ? place['path'] : ''}`;
    default:
      throw new Error(`The sandbox has no page for the target '${String(place['target'])}'.`);
  }
}

/** Goes to an address or location; leaving the site needs the person's consent and opens a new tab. */
export function navigate({ url, type, ...place }: Record<string, unknown>): void {
  const address = new URL(typeof url === 'string' ? url : urlOf(place), location.origin);
  const leaves = address.origin !== location.origin;
  if (leaves && !confirm(`You are leaving Jira for ${address.host}. Continue?`))
    throw new Error('The user declined to leave.');
  if (type === 'new-tab' || leaves) open(address, '_blank', 'noopener');
  else location.assign(address);
}
