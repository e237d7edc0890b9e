/** Looking a receipt up on the page "Activity". */
export const receipt = {
  open: 'Look up a receipt',
  title: 'Look up a receipt',
  label: 'Receipt',
  help: 'The portal got it in the answer to its call. Receipts are kept for seven days.',
  find: 'Look up',
  none: 'No connection has such a receipt, or it is older than seven days.',
  accepted: (count: number, when: string) =>
    count === 1 ? `1 finding was accepted on ${when}.` : `${count} findings were accepted on ${when}.`,
  done: 'All of it is done.',
  pending: 'Some of it still waits.',
  state: 'State',
  rest: (count: number) => `${count} more are not listed.`,
  why: 'Why',
  refused: (count: number) => (count === 1 ? '1 finding was refused' : `${count} findings were refused`),
  refusedHelp: 'The portal was told the same in the answer to its call.',
  place: (place: number) => `No. ${place}`,
};
