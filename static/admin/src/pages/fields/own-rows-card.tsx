import type { FieldProblem } from '#contract/invalid-fields';
import type { FieldRow, ProductSettings, Role, Settings } from '#contract/settings';
import { ErrorMessage } from '../../parts/error-message';
import { CardSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { FieldRowsCard } from './field-rows-card';
import { useScreens } from './use-screens';

interface OwnRowsProps {
  readonly role: Role;
  readonly spaces: Settings['spaces'];
  /** What a product or a rule sets over the team spaces. */
  readonly own: Pick<ProductSettings, Role>;
  readonly errors: readonly FieldProblem[];
  /** Where the rows stand in the document, for their errors. */
  readonly path: string;
  /** Without rows: there are none of its own. */
  readonly onChange: (rows: FieldRow[] | undefined) => void;
}

/** The rows that a product or a rule puts over those of the team space, field by field. */
export function OwnRowsCard({ role, spaces, own, errors, path, onChange }: OwnRowsProps) {
  const { one } = useTexts().products;
  const { read, screens } = useScreens({ spaces, products: { own } });
  if (read.state === 'loading') return <CardSkeletons count={1} />;
  if (read.state === 'failed') return <ErrorMessage error={read.error} retry={read.reload} />;
  return (
    <FieldRowsCard
      role={role}
      intro={one.rows}
      rows={own[role]?.mapping ?? []}
      screens={(screens ?? []).filter((screen) => screen.roles.includes(role)).map(({ fields }) => fields)}
      errors={errors}
      path={path}
      onChange={(rows) => onChange(rows.length > 0 ? rows : undefined)}
    />
  );
}
