import { doc, paragraph } from './adf/adf';

/** Why the security issue was closed, as a comment. */
export function closingComment(productKey: string): object {
  return doc([paragraph(`Closed because ${productKey} is done.`)]);
}

/** Why the security issue is open again, as a comment. */
export function reopeningComment(productKey: string): object {
  return doc([paragraph(`Reopened because ${productKey} is no longer done.`)]);
}
