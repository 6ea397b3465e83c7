import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // A few files load faster than the hundreds that libraries are made of.
      externalizeDeps: false,
      rolldownOptions: {
        // It looks for its compiled part beside itself.
        external: ['better-sqlite3'],
        input: {
          index: from('src/main/index.ts'),
          'browser-host': from('src/main/browser-host.ts'),
          engine: from('src/main/engine.ts'),
          'command-line': from('src/main/command-line.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: from('src/main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: { input: from('src/renderer/index.html') },
    },
    plugins: [react()],
  },
})
