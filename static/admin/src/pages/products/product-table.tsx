import '../../parts/table.css';
import { type Role, type Space, type Spaces, roles } from '#contract/settings';
import type { AdminOutputs, ProductRow } from '#contract/api';
import { isLost } from '../../logic/health-place';
import { overridden, spaceOf } from '../../logic/overrides';
import { refLabel } from '../../logic/refs';
import { RouteLink } from '../../parts/route-link';
import { Warning } from '../../parts/warning';
import { When } from '../../parts/when';
import type { Texts } from '../../texts/sections';
import { useTexts } from '../../texts/texts';

interface ProductTableProps {
  readonly rows: readonly ProductRow[];
  readonly spaces: Spaces;
  readonly problems: AdminOutputs['health.get']['problems'];
}

/** Where the issues of each product go, and what it overrides. */
export function ProductTable({ rows, spaces, problems }: ProductTableProps) {
  const { common, fields, products } = useTexts();
  const { table } = products;
  return (
    <table className="sf-table">
      <caption className="sf-hidden">{table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{table.product}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {common.role[role]}
            </th>
          ))}
          <th scope="col">{table.overrides}</th>
          <th scope="col">{table.firstSeen}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.product}>
            <th scope="row">
              <RouteLink to={`/products/${encodeURIComponent(row.product)}`}>
                <bdi>{row.product}</bdi>
              </RouteLink>
            </th>
            {roles.map((role) => (
              <td key={role}>
                <Place row={row} role={role} defaults={spaces[role]} />
                {spaces[role].enabled && isLost(row, role, problems) && <Warning>{table.gone}</Warning>}
              </td>
            ))}
            <td>{overridesOf(row, fields) || table.none}</td>
            <td>
              <When at={row.firstSeenAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Place({ row, role, defaults }: { row: ProductRow; role: Role; defaults: Space }) {
  const { table } = useTexts().products;
  const space = spaceOf(defaults, row.settings[role]);
  if (!space.enabled) return <span className="sf-subtle">{table.off}</span>;
  const inherited = !overridden(row.settings, role).includes('project');
  return (
    <>
      {space.project === null ? table.noProject : refLabel(space.project)}{' '}
      {inherited && <span className="sf-subtle">({table.default})</span>}
    </>
  );
}

function overridesOf({ settings }: ProductRow, fields: Texts['fields']): string {
  const names = new Set(roles.flatMap((role) => overridden(settings, role).map((field) => fields[field])));
  return [...names].join(', ');
}
