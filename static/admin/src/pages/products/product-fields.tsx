import type { Role, Settings } from '../../../../../src/contract/settings';
import type { FieldProblem } from '../../../../../src/contract/invalid-fields';
import { settingsOf, withOverrides } from '../../logic/overrides';
import { ErrorMessage } from '../../parts/error-message';
import { CardSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { FieldRowsCard } from '../fields/field-rows-card';
import { useScreens } from '../fields/use-screens';

interface ProductFieldsProps {
  readonly product: string;
  readonly role: Role;
  readonly settings: Pick<Settings, 'spaces' | 'products'>;
  readonly errors: readonly FieldProblem[];
  readonly onChange: (products: Settings['products']) => void;
}

/** The rows that a product puts over those of the team space, field by field. */
export function ProductFields({ product, role, settings, errors, onChange }: ProductFieldsProps) {
  const { one } = useTexts().products;
  const own = settingsOf(settings.products, product);
  const only = { [product]: own ?? {} };
  const { read, screens } = useScreens({ spaces: settings.spaces, products: only });
  if (read.state === 'loading') return <CardSkeletons count={1} />;
  if (read.state === 'failed') return <ErrorMessage error={read.error} retry={read.reload} />;
  return (
    <FieldRowsCard
      role={role}
      intro={one.rows}
      rows={own?.[role]?.mapping ?? []}
      screens={(screens ?? []).filter((screen) => screen.roles.includes(role)).map(({ fields }) => fields)}
      errors={errors}
      path={`products.${product}.${role}.mapping`}
      onChange={(rows) =>
        onChange(
          withOverrides(settings.products, product, role, { mapping: rows.length > 0 ? rows : undefined }),
        )
      }
    />
  );
}
