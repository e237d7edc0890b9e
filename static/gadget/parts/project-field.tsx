import React, { useEffect, useState } from 'react';
import { ErrorMessage, Label, Select, Stack } from '@forge/react';
import { findProjects, projectById, type ProjectChoice } from '../data/projects';
import { useTexts } from '../texts/use-texts';

const pauseMs = 250;

/** Chooses one of the projects that the person may browse; typing asks Jira for more. */
export function ProjectField({
  chosen,
  onChoose,
}: {
  chosen: string;
  onChoose: (id: string) => void;
}): React.JSX.Element {
  const { edit, failedBecause } = useTexts();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly ProjectChoice[]>();
  const [current, setCurrent] = useState<ProjectChoice>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    let asked = true;
    const timer = setTimeout(
      () => {
        findProjects(typed).then(
          (choices) => {
            if (!asked) return;
            setFound(choices);
            setProblem(undefined);
          },
          (error: unknown) => {
            if (asked) setProblem(wordsOf(error));
          },
        );
      },
      typed === '' ? 0 : pauseMs,
    );
    return () => {
      asked = false;
      clearTimeout(timer);
    };
  }, [typed]);

  useEffect(() => {
    let asked = true;
    if (chosen !== '' && current?.value !== chosen)
      projectById(chosen).then(
        (project) => {
          if (asked) setCurrent(project);
        },
        (error: unknown) => {
          if (asked) setProblem(wordsOf(error));
        },
      );
    return () => {
      asked = false;
    };
  }, [chosen, current]);

  return (
    <Stack space="space.050">
      <Label labelFor="project">{edit.project}</Label>
      <Select
        inputId="project"
        name="project"
        placeholder={edit.projectPlaceholder}
        isLoading={found === undefined && problem === undefined}
        options={[...(found ?? [])]}
        value={current?.value === chosen ? current : null}
        onInputChange={(text: string) => {
          setTyped(text);
        }}
        onChange={(choice: ProjectChoice) => {
          setCurrent(choice);
          onChoose(choice.value);
        }}
      />
      {problem !== undefined && <ErrorMessage>{failedBecause(problem)}</ErrorMessage>}
    </Stack>
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
