import { createContext, type ReactNode, useContext } from 'react';
import type { PageContext } from './context';

const Context = createContext<PageContext | undefined>(undefined);

/** Gives every part of the page the context it runs in. */
export function ContextProvider({ context, children }: { context: PageContext; children: ReactNode }) {
  return <Context.Provider value={context}>{children}</Context.Provider>;
}

/** Where the page runs. */
export function usePageContext(): PageContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error('usePageContext needs a ContextProvider around it');
  return context;
}
