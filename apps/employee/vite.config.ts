import { defineConfig } from 'vite';
import { portal } from '../ui/vite/portal.ts';

// What all pages share is 180,000 bytes, a table of rows with its filters or a form some 35,000 more; the aim is 180,000.
export default defineConfig(portal({ name: 'employee', firstLoadBytes: 218_000 }));
