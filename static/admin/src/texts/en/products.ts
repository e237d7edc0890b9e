/** The pages "Products" and one product. */
export const products = {
  title: 'Products',
  intro:
    'Products appear by themselves when a portal first mentions them. They inherit the team spaces; override what is different for one.',
  search: 'Search products',
  table: {
    caption: 'Products',
    product: 'Product',
    overrides: 'Overridden',
    firstSeen: 'First seen',
    none: 'Nothing',
    off: 'Switched off',
    noProject: 'No space',
    default: 'default',
    gone: 'Not there any more: findings wait',
  },
  empty: {
    title: 'No products yet',
    body: 'A product appears here with its first finding. You can also add one before, to choose its spaces.',
  },
  noMatch: (text: string) => `No product holds "${text}".`,
  add: 'Add a product',
  addName: 'Name of the product, exactly as the portal sends it',
  addOpen: 'Open',
  back: 'All products',
  one: {
    fillFields: 'Fill fields of Jira otherwise',
    rows: 'These go over the rows of the team space, field by field; other fields keep theirs.',
    intro:
      'Every value comes from the team spaces until you override it. What you override stays as it is when the default changes.',
    resetAll: 'Use all defaults',
    overridden: (count: number) =>
      count === 1 ? '1 value is overridden' : `${String(count)} values are overridden`,
    inherits: 'This product inherits everything.',
  },
};
