import './story.css';
import Button from '@atlaskit/button/new';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import type { Story } from '#contract/story';
import { useCall } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { StoryGroup } from './story-group';
import { StoryFacts } from './story-facts';
import { StoryIssues } from './story-issues';
import { StoryTimeline } from './story-timeline';
import { StoryWaiting } from './story-waiting';

interface StoryDialogProps {
  readonly connection: string;
  readonly finding: string;
  readonly product: string;
  readonly onClose: () => void;
}

/** What became of one finding: how it stands, its issues, what comes next, and what happened. */
export function StoryDialog({ connection, finding, product, onClose }: StoryDialogProps) {
  const { story: texts, common } = useTexts();
  const story = useCall('findings.story', { connection, finding, product });
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="large">
        <ModalHeader>
          <ModalTitle>{texts.title(finding)}</ModalTitle>
        </ModalHeader>
        {/* Made anew with the result: only then it asks whether it scrolls and must take the focus. */}
        <ModalBody key={story.state}>
          {story.state === 'loading' && <LineSkeletons count={8} />}
          {story.state === 'failed' && (
            <ErrorMessage title={texts.failed} error={story.error} retry={story.reload} />
          )}
          {story.state === 'ready' && <Told story={story.value} connection={connection} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="primary" onClick={onClose}>
            {common.close}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}

function Told({ story, connection }: { story: Story; connection: string }) {
  return (
    <div className="sf-stack">
      <StoryFacts story={story} />
      <StoryIssues issues={story.issues} />
      {story.group !== undefined && <StoryGroup story={story} group={story.group} connection={connection} />}
      <StoryWaiting story={story} />
      <StoryTimeline story={story} />
    </div>
  );
}
