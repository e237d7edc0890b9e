/**
 * Property tests draw the same examples at every run, so that a result is a result. PROPERTY_SEED=random, or a number,
 * draws others: for looking for faults.
 */
const fc = require('fast-check');

const { PROPERTY_SEED = '20260115' } = process.env;
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
