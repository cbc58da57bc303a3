#!/usr/bin/env node
// Plain JavaScript that any Node from 20 on can read: what it starts needs 22.19, so on an older one it starts again on the Node that
// comes with the package (`npm install` brings it, whatever the machine has).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 19)) {
  // In a checkout the sources themselves run; the published package holds one bundle.
  const sources = join(here, 'src/index.ts')
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(existsSync(sources) ? join(here, '../../node_modules/.cache/paraph-compile') : undefined)
  const { main } = await import(pathToFileURL(existsSync(sources) ? sources : join(here, 'dist/paraph.js')).href)
  process.exitCode = await main(process.argv.slice(2))
} else if (process.env.PARAPH_RERUN === '1') {
  complain(`the Node that comes with the package is ${process.versions.node}`)
} else {
  let packaged
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    packaged = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    packaged = undefined
  }
  if (packaged === undefined || !existsSync(packaged)) complain('and the package "node" is not installed beside it: run npm install')
  else {
    const env = { ...process.env, PARAPH_RERUN: '1' }
    const child = spawn(packaged, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env })
    // A terminal interrupts both; what is sent to this process alone is passed on.
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => complain(error.message))
    child.on('exit', (status, signal) => {
      process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 143)
    })
  }
}

/** @param {string} why */
function complain(why) {
  console.error(`paraph: needs Node 22.19 or newer; this is ${process.versions.node}, ${why}.`)
  process.exitCode = 70
}
