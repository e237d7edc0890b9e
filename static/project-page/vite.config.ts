import { defineConfig } from 'vite';
import { pageConfig } from '../shared/build/page-config';

export default defineConfig(pageConfig(import.meta.dirname));
