import { runBrowserHost } from './hosts/loopback/run-browser-host.ts'

process.exitCode = await runBrowserHost(process.argv.slice(2), import.meta.filename)
