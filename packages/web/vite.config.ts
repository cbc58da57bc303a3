import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

process.env['LINGUI_SUPPRESS_BABEL_WARNING'] = '1'

const catalogues = () => lingui({ failOnMissing: true, configPath: new URL('./lingui.catalogues.ts', import.meta.url).pathname })

/** Faces of the first screen, asked for before the style sheet has named them. */
const PRELOADED = [/source-serif-4-latin-opsz-normal.*\.woff2$/, /inter-latin-wght-normal.*\.woff2$/]

const preloadFonts = (): Plugin => ({
  name: 'paraph-preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      PRELOADED.flatMap((face) => Object.keys(bundle ?? {}).filter((name) => face.test(name))).map((name) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${name}` },
        injectTo: 'head' as const,
      })),
  },
})

const COMPRESSED = /\.(js|css|html|svg|json)$/

/** `.br` and `.gz` beside each text file: the host serves them as they are and compresses nothing itself. */
const compressed = (): Plugin => ({
  name: 'paraph-compressed',
  apply: 'build',
  enforce: 'post',
  async writeBundle({ dir }, bundle) {
    const { readFile, writeFile } = await import('node:fs/promises')
    const names = [...Object.keys(bundle), 'mark.svg'].filter((name) => COMPRESSED.test(name))
    for (const name of names) {
      const bytes = await readFile(`${dir}/${name}`)
      await writeFile(`${dir}/${name}.gz`, gzipSync(bytes, { level: 9 }))
      await writeFile(`${dir}/${name}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    }
  },
})

/** Code that every page of a process needs. */
const COMMON = /packages\/web\/src\/(parts|process|time|keys|language|check\/(line|follower))|packages\/web\/src\/[a-z-]+\.ts$/

export default defineConfig({
  plugins: [
    // What addresses ask for stands beside the routes that read it, and is none itself.
    tanstackRouter({ target: 'react', autoCodeSplitting: true, routeFileIgnorePattern: '^search\\.ts$' }),
    react(),
    catalogues(),
    babel({ presets: [linguiTransformerBabelPreset()] }),
    preloadFonts(),
    compressed(),
  ],
  worker: { format: 'es', plugins: () => [catalogues()] },
  build: {
    target: 'es2024',
    // a data: address would need font-src data:
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page of a process is made of is one file, not twenty small ones that a browser asks for six at a time.
    rolldownOptions: {
      // Where the time of a build goes is no warning to whoever builds it once.
      checks: { bundlerTimings: false },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'common', test: COMMON }] } },
    },
    reportCompressedSize: false,
  },
})
