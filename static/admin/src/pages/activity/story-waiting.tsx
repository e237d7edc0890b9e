import Heading from '@atlaskit/heading';
import type { Story } from '#contract/story';
import { useDayAndTime } from '../../parts/when';
import { useTexts } from '../../texts/texts';

/** What will be done without another word of the portal, and when. */
export function StoryWaiting({ story: { waiting, state } }: { story: Story }) {
  const texts = useTexts().story.waiting;
  const dayAndTime = useDayAndTime();
  return (
    <section className="sf-stack-tight">
      <Heading size="xsmall" as="h2">
        {texts.title}
      </Heading>
      {waiting.length === 0 && (
        <p className="sf-subtle">{state === 'held' || state === 'pending' ? texts[state] : texts.none}</p>
      )}
      {waiting.map(({ todo, at }) => (
        <p key={todo}>
          {texts.todo[todo]}: {at <= Date.now() ? texts.now : texts.at(dayAndTime(at))}
        </p>
      ))}
    </section>
  );
}
