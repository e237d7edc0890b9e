import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { atomicCss } from './atomic-css';

/** How Vite builds a page. Forge serves it from an address it chooses: every reference is relative, nothing is inlined. */
export function pageConfig(root: string): UserConfig {
  return {
    root,
    base: './',
    plugins: [react(), atomicCss()],
    resolve: {
      alias: [
        {
          find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
          replacement: `${import.meta.dirname}/feature-gates.ts`,
        },
      ],
    },
    build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, cssCodeSplit: false, target: 'es2022' },
  };
}
