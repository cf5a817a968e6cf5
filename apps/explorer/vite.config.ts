import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything is bundled, the editor's workers too: the page works without the internet. */
export default defineConfig({
  base: '/explorer/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
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
  // For work on the explorer itself: `vite` beside a running Nexus.
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: 'http://localhost:4000', ws: true },
      '/demo-sign-ins.json': { target: 'http://localhost:4000' },
    },
  },
});
