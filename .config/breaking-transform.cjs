/** @swc/jest, after one deliberate break of the app's code: BREAK names it, test/model/breaks/breaks.json holds it. */
const { createTransformer } = require('@swc/jest');
const breaks = require('../test/model/breaks/breaks.json');

module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    const chosen = breaks.find(({ name }) => name === process.env.BREAK);
    const broken = (source, file) =>
      chosen && file.endsWith(chosen.file) ? source.replace(chosen.from, chosen.to) : source;
    return {
      ...swc,
      getCacheKey: (source, file, more) => swc.getCacheKey(broken(source, file), file, more),
      process: (source, file, more) => swc.process(broken(source, file), file, more),
    };
  },
};
