import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const namedExports = { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' };

// One process serves many invocations, and installations must not learn of each other.
const ofModule = ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration';
const changing = `${ofModule} > VariableDeclarator:not([id.typeAnnotation.typeAnnotation.typeName.name=/^Readonly/])`;
const nothingKept = [
  `${ofModule}[kind="let"]`,
  `${changing} > NewExpression.init[callee.name=/^(Map|Set)$/][arguments.length=0]`,
  `${changing} > ArrayExpression.init[elements.length=0]`,
  `${changing} > ObjectExpression.init[properties.length=0]`,
].map((selector) => ({ selector, message: 'A module keeps nothing between invocations.' }));

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      'test/fixtures/',
      '.sandbox/',
      'reports/',
      '.stryker-tmp/',
      '**/*.cjs',
      '**/*.mjs',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'max-depth': ['error', 3],
      complexity: ['error', 20],
      'no-restricted-syntax': ['error', namedExports],
    },
  },
  {
    files: ['src/**'],
    // What they keep follows from nothing but its key or the code: descriptions, rules, compiled patterns, names of zones.
    ignores: [
      'src/contract/{finding-fields,tasks}.ts',
      'src/handlers/portal/routes.ts',
      'src/masking/{own-patterns,secretlint}.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', namedExports, ...nothingKept] },
  },
  {
    files: ['src/flows/**'],
    ignores: ['src/flows/records/commit.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'saveMany', message: 'Link records are written by commit() alone.' },
      ],
    },
  },
  // Helpers of tests answer objects of closures, which do not need their object.
  { files: ['test/**'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  { files: ['static/**/*.config.ts', 'test/**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
