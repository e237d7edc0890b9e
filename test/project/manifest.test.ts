import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import { parse } from 'yaml';
import * as app from '../../src/index';

const root = join(__dirname, '../..');
const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
  modules: { function: { key: string; handler: string }[] };
};

test.each(['FULL', 'PRODUCT_TRIGGER'] as const)(
  'the manifest passes %s validation of the Forge tools',
  async (type) => {
    const before = process.cwd();
    // The validator reads ./manifest.yml and looks for the resources next to it.
    process.chdir(root);
    try {
      const result = await ProcessorBuilder.instance()
        .withValidation(ValidationTypes[type])
        .build()
        .process();
      const errors = (result.errors ?? []).filter(({ level }: { level: string }) => level === 'error');
      expect(errors).toEqual([]);
    } finally {
      process.chdir(before);
    }
  },
  60_000,
);

test('every handler of the manifest is exported, and every export is a handler of the manifest', () => {
  const named = manifest.modules.function.map(({ handler }) => handler.replace(/^index\./, ''));
  expect(named.sort()).toEqual(Object.keys(app).sort());
});
