/** With a full stop, unless it ends in one: what Jira said may, and so does a Russian date. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
