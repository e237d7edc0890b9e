/** A place to go on from that this app never gave out: the caller's mistake, not a failure. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
