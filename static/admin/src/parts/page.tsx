import { type ReactNode, useEffect } from 'react';
import { view } from '@forge/bridge';
import Heading from '@atlaskit/heading';
import { useTexts } from '../texts/texts';

interface PageProps {
  readonly title: string;
  readonly intro?: ReactNode;
  /** The one primary action of the page. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: title, what the page is for, its primary action. */
export function Page({ title, intro, action, children }: PageProps) {
  const { pageTitle } = useTexts().common;
  useEffect(() => {
    // Some hosts do not let an app name the window; the page works without.
    view.changeWindowTitle(`${title} - ${pageTitle}`).catch(() => undefined);
  }, [title, pageTitle]);
  return (
    <>
      <header className="sf-page-header">
        <div className="sf-page-heading">
          <Heading size="large" as="h1">
            <bdi>{title}</bdi>
          </Heading>
          {intro !== undefined && <p className="sf-intro">{intro}</p>}
        </div>
        {action}
      </header>
      {children}
    </>
  );
}
