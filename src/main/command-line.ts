import { runCommandLine } from './application/run-command-line.ts'
import { findParts, systemPorts } from './hosts/application-ports.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), systemPorts(findParts(import.meta.filename)))
