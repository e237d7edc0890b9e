import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ShowMore from '@atlaskit/icon/core/show-more-horizontal';
import type { ConnectionView } from '#contract/api';
import { useTexts } from '../../texts/texts';
import type { CardDialog } from './card-dialog-props';
import type { ConnectionActions } from './use-connection-actions';

interface ConnectionMenuProps {
  readonly connection: ConnectionView;
  readonly actions: ConnectionActions;
  readonly open: (dialog: CardDialog) => void;
}

/** Keeps the menu inside the page's landmark, where screen readers look for it. */
const insideThePage = { shouldRenderToParent: true };

/** What else can be done with a connection. */
export function ConnectionMenu({ connection, actions, open }: ConnectionMenuProps) {
  const { connections, hears } = useTexts();
  const { actions: words, menu } = connections;
  const { enabled, paused } = connection;
  return (
    <DropdownMenu<HTMLButtonElement>
      {...insideThePage}
      placement="bottom-end"
      trigger={({ triggerRef, ...props }) => (
        <IconButton
          {...props}
          ref={triggerRef}
          spacing="compact"
          icon={ShowMore}
          label={menu(connection.name)}
          isLoading={actions.busy}
        />
      )}
    >
      <DropdownItemGroup>
        <DropdownItem onClick={() => actions.setEnabled(!enabled)}>
          {enabled ? words.switchOff : words.switchOn}
        </DropdownItem>
        <DropdownItem onClick={() => actions.setPaused(!paused)}>
          {paused ? words.resume : words.pause}
        </DropdownItem>
        <DropdownItem onClick={() => open('rename')}>{words.rename}</DropdownItem>
        <DropdownItem onClick={() => open('hears')}>{hears.menu}</DropdownItem>
        <DropdownItem onClick={() => open('rotate')}>{words.rotate}</DropdownItem>
        <DropdownItem onClick={() => open('rebuild')}>{words.rebuild}</DropdownItem>
      </DropdownItemGroup>
      <DropdownItemGroup hasSeparator>
        <DropdownItem onClick={() => open('archive')}>{words.archive}</DropdownItem>
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
