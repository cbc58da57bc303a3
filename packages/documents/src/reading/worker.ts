import { parentPort, workerData } from 'node:worker_threads'
import { type Study, study } from './study.ts'

// The thread of one reading: it reads what it was started with, says what came of it, and is ended.

parentPort?.postMessage(await study(workerData as Study))
