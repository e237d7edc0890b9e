/**
 * What the app behind the page can do by now. The page shows a control only when it has an effect; a line here turns
 * to true together with the code in src that makes it so.
 */
export const features: Readonly<Record<'severalProductIssues', boolean>> = {
  /** More than one product issue for a finding, so that "all" and "any" differ. */
  severalProductIssues: false,
};
