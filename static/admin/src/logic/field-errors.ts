import type { FieldProblem } from '#contract/invalid-fields';
import type { Message } from '#contract/messages/message';
import type { SectionName } from '#contract/settings';
import type { Change } from './diff';

/** The first message for a field or anything inside it; paths are joined with dots, as the contract's errors are. */
export function errorAt(errors: readonly FieldProblem[], path: string): Message | undefined {
  return errors.find((error) => within(error.path, path))?.message;
}

/** Errors of one section with paths from the document's root, whether the sender counted from the section or not. */
export function inSection(section: SectionName, errors: readonly FieldProblem[]): FieldProblem[] {
  return errors.map(({ path, message }) => {
    const inner = path.replace(/^value(\.|$)/, '');
    if (inner === '') return { path: section, message };
    return { path: within(inner, section) ? inner : `${section}.${inner}`, message };
  });
}

/** The errors that are left once these values were changed. */
export function withoutErrorsAt(errors: readonly FieldProblem[], changes: readonly Change[]): FieldProblem[] {
  const paths = changes.map(({ keys }) => keys.join('.'));
  return errors.filter(
    ({ path }) => !paths.some((changed) => within(path, changed) || within(changed, path)),
  );
}

function within(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}
