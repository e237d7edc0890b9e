import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const { UIKIT_SOURCE: source, UIKIT_OUT: outDir } = process.env;
if (source === undefined || outDir === undefined)
  throw new Error('test/sandbox/build.ts says what to build.');

/** Bundles one UI Kit resource of the app with the sandbox's renderer. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  resolve: {
    alias: [
      { find: 'forge-resource', replacement: source },
      {
        find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
        replacement: `${import.meta.dirname}/feature-gates.ts`,
      },
    ],
  },
  build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 4_000 },
});
