import type { ComponentProps, ComponentType } from 'react';
import Blocker from '@atlaskit/icon/core/priority-blocker';
import Critical from '@atlaskit/icon/core/priority-critical';
import High from '@atlaskit/icon/core/priority-high';
import Highest from '@atlaskit/icon/core/priority-highest';
import Low from '@atlaskit/icon/core/priority-low';
import Lowest from '@atlaskit/icon/core/priority-lowest';
import Major from '@atlaskit/icon/core/priority-major';
import Medium from '@atlaskit/icon/core/priority-medium';
import Minor from '@atlaskit/icon/core/priority-minor';
import Trivial from '@atlaskit/icon/core/priority-trivial';

type Color = ComponentProps<typeof High>['color'];

const severe: Color = 'var(--ds-icon-danger)';
const middling: Color = 'var(--ds-icon-warning)';
const slight: Color = 'var(--ds-icon-information)';

const icons: Readonly<Record<string, [ComponentType<ComponentProps<typeof High>>, Color]>> = {
  blocker: [Blocker, severe],
  critical: [Critical, severe],
  highest: [Highest, severe],
  high: [High, severe],
  major: [Major, severe],
  medium: [Medium, middling],
  low: [Low, slight],
  lowest: [Lowest, slight],
  minor: [Minor, slight],
  trivial: [Trivial, slight],
};

/** Jira's own icon of a priority, by the file that Jira names; pictures of admins' own are not shown. */
export function PriorityIcon({ iconUrl }: { iconUrl: string }) {
  const name = /\/([a-z]+)(?:_new)?\.(?:svg|png)/.exec(iconUrl)?.[1] ?? '';
  const icon = Object.hasOwn(icons, name) ? icons[name] : undefined;
  if (icon === undefined) return null;
  const [Icon, color] = icon;
  return <Icon label="" color={color} />;
}
