import Textfield from '@atlaskit/textfield';
import Search from '@atlaskit/icon/core/search';
import { call } from '../../bridge/call';
import { useRemoteChoices } from '../../hooks/use-remote-choices';
import { type LogFilter, listedOutcomes } from '../../logic/log-filter';
import { Field } from '../../parts/field';
import { Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';

interface LogFilterBarProps {
  readonly filter: LogFilter;
  /** Archived ones too: what they did is still told. */
  readonly connections: readonly { readonly key: string; readonly name: string }[];
  readonly onChange: (filter: LogFilter) => void;
}

/** Narrows the log by text, product, outcome, connection and days. */
export function LogFilterBar({ filter, connections, onChange }: LogFilterBarProps) {
  const { filter: texts, outcome: words, table } = useTexts().activity;
  const products = useRemoteChoices(async (text) => {
    const found = await call('products.list', text.trim() === '' ? {} : { search: text.trim() });
    return { items: found.products.map(({ product }) => ({ id: product, name: product })) };
  });
  const outcomes = listedOutcomes.map((id) => ({ id, name: words[id] }));
  const portals = connections.map(({ key, name }) => ({ id: key, name }));
  return (
    <section className="sf-filter" aria-label={texts.title}>
      <div className="sf-filter-text">
        <Textfield
          aria-label={texts.text}
          placeholder={texts.text}
          value={filter.text}
          elemBeforeInput={
            <span className="sf-filter-icon">
              <Search label="" />
            </span>
          }
          onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        />
      </div>
      <Picker
        id="activity-product"
        label={texts.product}
        placeholder={texts.anyProduct}
        isClearable
        choices={products.choices}
        remote={products.remote}
        value={filter.product === undefined ? undefined : { id: filter.product, name: filter.product }}
        onChange={(choice) => onChange({ ...filter, product: choice?.id })}
      />
      <Picker
        id="activity-outcome"
        label={texts.outcome}
        placeholder={texts.any}
        isClearable
        choices={outcomes}
        value={outcomes.find(({ id }) => id === filter.outcome)}
        onChange={(choice) =>
          onChange({ ...filter, outcome: listedOutcomes.find((one) => one === choice?.id) })
        }
      />
      <Picker
        id="activity-connection"
        label={table.connection}
        placeholder={texts.anyConnection}
        isClearable
        choices={portals}
        value={portals.find(({ id }) => id === filter.connection)}
        onChange={(choice) => onChange({ ...filter, connection: choice?.id })}
      />
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} id={`activity-${end}`} label={texts[end]}>
          <Textfield
            id={`activity-${end}`}
            type="date"
            value={filter[end] ?? ''}
            onChange={(event) => onChange({ ...filter, [end]: event.currentTarget.value || undefined })}
          />
        </Field>
      ))}
    </section>
  );
}
