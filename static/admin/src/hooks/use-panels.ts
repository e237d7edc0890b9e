import { useState } from 'react';
import { useCall } from './use-call';
import { useShowPanel } from './use-set-up';

/** The panel on the issues of projects (ids): where Jira shows it, and where saving is to show it too. */
export interface Panels {
  /** Undefined while that is read. */
  readonly isShown: (project: string) => boolean | undefined;
  readonly isWanted: (project: string) => boolean;
  readonly want: (project: string, wanted: boolean) => void;
  /** Shows it where it is wanted and not shown. */
  readonly showWanted: (projects: readonly string[]) => void;
  /** Shows it, whatever was wanted. */
  readonly show: (project: string) => void;
  readonly busy: boolean;
  readonly error?: Error;
}

/** Reads where the panel is shown; it is wanted wherever nobody says otherwise. */
export function usePanels(): Panels {
  const known = useCall('setUp.get', {});
  const [unwanted, setUnwanted] = useState<readonly string[]>([]);
  const shown = useShowPanel();
  const isShown = (project: string) => known.value?.panels.includes(project);
  const isWanted = (project: string) => !unwanted.includes(project);
  const run = (projects: readonly string[]) => {
    if (projects.length > 0) void shown.run(projects).then(known.reload);
  };
  return {
    isShown,
    isWanted,
    want: (project, wanted) =>
      setUnwanted((now) => (wanted ? now.filter((one) => one !== project) : [...now, project])),
    showWanted: (projects) =>
      run([...new Set(projects)].filter((project) => isWanted(project) && isShown(project) === false)),
    show: (project) => run([project]),
    busy: shown.busy,
    ...(shown.error && { error: shown.error }),
  };
}
