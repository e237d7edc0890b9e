/** Stands in for Atlassian's feature gates, which Atlaskit asks: every gate is off, every experiment at its default. */
const featureGates = {
  checkGate: () => false,
  initializeCompleted: () => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, byDefault: T): T => byDefault,
};

export { featureGates as default };
