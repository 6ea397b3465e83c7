import { runCommandLine } from './application/run-command-line.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), new URL('./engine.js', import.meta.url))
