import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ConnectionView } from '#contract/api';
import type { OutboundView } from '#contract/outbound';
import { approveEgress } from '../../../bridge/approve-egress';
import { call } from '../../../bridge/call';
import { useAction } from '../../../hooks/use-call';
import { useTexts } from '../../../texts/texts';

interface ApprovalProps {
  readonly connection: ConnectionView;
  readonly view: OutboundView;
  readonly reload: () => void;
}

/** Only an administrator of Atlassian may approve an address: that nobody did is a state, not a failure. */
export function Approval({ connection: { key, name }, view, reload }: ApprovalProps) {
  const texts = useTexts().hears;
  const approve = useAction(async () => {
    const { group, origins } = view.egress;
    await approveEgress(group, texts.approvalFor(name), origins);
    await call('connections.setOutbound', { connection: key, mode: 'push' });
    reload();
  });
  return (
    <SectionMessage appearance="warning" title={texts.approveTitle} headingLevel="h2">
      <div className="sf-stack">
        <p>{texts.approveBody}</p>
        <p>
          <code className="sf-code">{view.egress.origins.join(', ')}</code>
        </p>
        {approve.error !== undefined && <p role="alert">{texts.notApproved}</p>}
        <div>
          <Button appearance="primary" isLoading={approve.busy} onClick={() => void approve.run(undefined)}>
            {texts.approve}
          </Button>
        </div>
      </div>
    </SectionMessage>
  );
}
