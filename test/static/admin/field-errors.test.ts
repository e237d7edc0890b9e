import { errorAt, inSection, withoutErrorsAt } from '../../../static/admin/src/logic/field-errors';

const errors = [
  { path: 'spaces.product.labels.0', message: { code: 'noLabel' } },
  { path: 'spaces.security.project', message: { code: 'required' } },
] as const;

describe('errors of fields', () => {
  test('are found at the field and for anything inside it', () => {
    expect(errorAt(errors, 'spaces.product.labels')).toEqual({ code: 'noLabel' });
    expect(errorAt(errors, 'spaces.security.project')).toEqual({ code: 'required' });
    expect(errorAt(errors, 'spaces.security.projec')).toBeUndefined();
  });

  test('get the path of their section, whichever way the sender counts', () => {
    const of = (path: string) => inSection('spaces', [{ path, message: { code: 'misfit' } }])[0]?.path;
    expect(of('product.project')).toBe('spaces.product.project');
    expect(of('value.product.project')).toBe('spaces.product.project');
    expect(of('spaces.product.project')).toBe('spaces.product.project');
    expect(of('value')).toBe('spaces');
  });

  test('go away once their value, something inside or something around it was changed', () => {
    const left = (...keys: string[]) => withoutErrorsAt(errors, [{ keys, before: 1, after: 2 }]).length;
    expect(left('spaces', 'product', 'labels')).toBe(1);
    expect(left('spaces')).toBe(0);
    expect(left('spaces', 'product', 'project')).toBe(2);
  });
});
