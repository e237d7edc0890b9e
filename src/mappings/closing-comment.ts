import { doc, paragraph } from './adf/adf';

/** Why the security issue was closed, as a comment. */
export function closingComment(productKey: string): object {
  return doc([paragraph(`Closed because ${productKey} is done.`)]);
}

/** Why the security issue is open again, as a comment. */
export function reopeningComment(productKey: string): object {
  return doc([paragraph(`Reopened because ${productKey} is no longer done.`)]);
}

/** Why an issue whose risk was accepted is open again, as a comment. */
export function expiredComment(day: string): object {
  return doc([paragraph(`Reopened because the risk was accepted until ${day} only.`)]);
}
