/**
 * Stands in for Atlassian's feature gate client inside the page (see vite.config.ts): Atlaskit asks it which of its
 * experiments to show, and only Atlassian's own products are signed up. Every gate is off and every experiment keeps
 * its default, as the real client answers without a key, but without its log lines and 30 kB.
 */
const featureGates = {
  checkGate: () => false,
  initializeCompleted: () => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, byDefault: T): T => byDefault,
};

export { featureGates as default };
