import React from 'react';
import { useProductContext } from '@forge/react';
import { configurationOf } from './logic/configuration';
import { Edit } from './parts/edit';
import { View } from './parts/view';
import { TextsContext, textsIn } from './texts/use-texts';

/** The gadget as Jira opened it: to look at, or to set up. */
export function Gadget(): React.JSX.Element | null {
  const context = useProductContext();
  // Only until the bridge answered.
  if (context === undefined) return null;
  const extension = new Map(Object.entries(context.extension));
  const configuration = configurationOf(extension.get('gadgetConfiguration'));
  return (
    <TextsContext.Provider value={textsIn(context.locale)}>
      {extension.get('entryPoint') === 'edit' ? (
        <Edit configuration={configuration} />
      ) : (
        <View configuration={configuration} siteUrl={context.siteUrl} timeZone={context.timezone} />
      )}
    </TextsContext.Provider>
  );
}
