import type { PanelAction, PanelView } from '#contract/panel-calls';

/** What the person may do here, in the order in which it is offered. What they may not do is not hinted at. */
export function choicesOf({ finding, may, decision, linked, told = [] }: PanelView): readonly PanelAction[] {
  if (!finding || !may) return [];
  const isSettled = ['resolved', 'rejected'].includes(finding.status);
  const canTakeBack = may.decide && decision !== undefined && !decision.agreed;
  const decides = may.decide && !isSettled;
  const all: readonly (readonly [PanelAction, boolean])[] = [
    ['panel.takeBack', canTakeBack],
    ['panel.retest', told.includes('panel.retest')],
    ['panel.reject', decides && decision?.kind !== 'rejected'],
    ['panel.accept', decides],
    ['panel.link', may.link && linked === undefined],
    ['panel.unlink', may.link && linked !== undefined],
  ];
  return all.flatMap(([name, isOffered]) => (isOffered ? [name] : []));
}
