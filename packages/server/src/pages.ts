import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { SIGN_IN_PAGE, SIGN_IN_PATH, SIGN_IN_SCRIPT, SIGN_IN_SCRIPT_PATH } from './sign-in-page.ts'

/** Files whose name holds a hash of what is in them, as the build makes them. */
const HASHED = /[/\\]assets[/\\]/

/** The web application as files, and the host's own page for signing in. `index.html` answers for every path that is a page. */
export const servePages = async (app: FastifyInstance, webRoot: string | undefined): Promise<void> => {
  const own = (path: string, type: string, text: string) =>
    app.get(path, (_request, reply) => reply.header('cache-control', 'no-store').type(type).send(text))
  own(SIGN_IN_PATH, 'text/html; charset=utf-8', SIGN_IN_PAGE)
  own(SIGN_IN_SCRIPT_PATH, 'text/javascript; charset=utf-8', SIGN_IN_SCRIPT)
  if (webRoot === undefined || !existsSync(join(webRoot, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: webRoot,
    preCompressed: true,
    wildcard: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

/** Whether an address that no route knows is a page of the application: a navigation, not a file, not the API. */
export const isPage = ({ method, url, accept }: { method: string; url: string; accept: string | undefined }): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|log)(\/|$)/.test(url) &&
  !/\.[A-Za-z0-9]+(\?|$)/.test(url) &&
  (accept ?? '').includes('text/html')
