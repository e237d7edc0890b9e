// A mutant is killed by the first counterexample: it is not made smaller, and no property takes longer than this.
require('fast-check').configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 400 });
