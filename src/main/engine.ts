import { parentPort, workerData } from 'node:worker_threads'
import { serveEngine } from './application/serve-engine.ts'

if (parentPort) await serveEngine(parentPort, workerData)
