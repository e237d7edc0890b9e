import type { PanelAction, PanelView } from '#contract/panel-calls';
import type { Texts } from '../texts/language';

/** What will happen, where, and who will see it: a sentence each. `linked`: the key of the other issue, if there is one. */
export function consequencesOf(
  name: PanelAction,
  { deletedAfterDays, told }: PanelView,
  linked: string,
  texts: Texts,
): readonly string[] {
  const tells = toldBy(name, told, texts.tellsPortal, texts.tellsNobody);
  const tellsName = toldBy(name, told, texts.tellsPortalName, texts.tellsNobody);
  const { happens } = texts;
  switch (name) {
    case 'panel.reject':
      return [
        happens.reject,
        ...(deletedAfterDays === undefined ? [] : [texts.deletes(deletedAfterDays)]),
        ...tells,
        texts.seenBy,
      ];
    case 'panel.accept':
      return [happens.accept, ...tells, texts.seenBy];
    case 'panel.takeBack':
      return [happens.takeBack, ...tellsName];
    case 'panel.retest':
      return [happens.retest, ...tells];
    case 'panel.link':
      return [happens.link, ...tellsName];
    case 'panel.unlink':
      return [happens.unlink(linked), happens.unlinkComments, ...tellsName];
  }
}

/** Nothing, where there is no portal that could hear of it. */
function toldBy(name: PanelAction, told: PanelView['told'], yes: string, no: string): readonly string[] {
  if (told === undefined) return [];
  return [told.includes(name) ? yes : no];
}
