import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const suite = (name: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`] },
})

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    env: { TZ: 'Asia/Shanghai' },
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: ['architecture', 'unit', 'contract', 'integration'].map(suite),
  },
})
