/** The colours of UI Kit's lozenge. */
export type Appearance = 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
