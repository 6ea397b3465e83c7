import { startDesktop } from './hosts/electron/start-desktop.ts'

startDesktop(import.meta.filename)
