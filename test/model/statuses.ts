/** What portals of stories say of a finding. */
export const statuses = ['verified', 'resolved', 'rejected', 'assigned'] as const;
export type Status = (typeof statuses)[number];

export function isOpen(status: Status | undefined): boolean {
  return status === 'verified' || status === 'assigned';
}
