import { defineConfig } from 'vite';
import { portal } from '../ui/vite/portal.ts';

export default defineConfig(portal({ name: 'admin' }));
