import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The catalogue is for development alone: `npm run catalogue -w @nexus/ui`, then open /ui/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/ui/',
  plugins: [react(), tailwindcss()],
  server: { host: '127.0.0.1' },
  build: { target: 'es2023', reportCompressedSize: false, chunkSizeWarningLimit: 1_000 },
});
