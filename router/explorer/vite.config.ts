import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Everything is bundled, the editor's workers too: the page works without the internet. Its parts are named relative to
 * it, since the router decides at which path it is.
 */
export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/explorer',
    emptyOutDir: true,
    target: 'es2023',
    // The code editor is one large chunk by nature.
    chunkSizeWarningLimit: 5_000,
    reportCompressedSize: false,
    rolldownOptions: {
      onLog(level, log, report) {
        // Directives of the React compiler, without meaning once it has run.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
