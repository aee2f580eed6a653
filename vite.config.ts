/** How the pages are built: into `dist/web`, without any script or style inside the HTML, so that a strict policy holds. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Vite reads a default export; nothing else of the house has one.
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // The themes are `light-dark()`, which these browsers read as it stands.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
