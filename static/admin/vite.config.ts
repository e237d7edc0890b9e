import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { atomicCss } from './atomic-css';

/** Forge serves the page from an address it chooses: every reference is relative, nothing is inlined. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), atomicCss()],
  resolve: {
    alias: [
      {
        find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
        replacement: `${import.meta.dirname}/src/feature-gates.ts`,
      },
    ],
  },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, cssCodeSplit: false, target: 'es2022' },
});
