import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'
import own from './lingui.config.ts'

/** What the build compiles: this package's words, and the sentences that talks computes, which the worker says. Never extracted from here. */
export default defineConfig({
  ...own,
  rootDir: import.meta.dirname,
  catalogs: [...(own.catalogs ?? []), { path: '<rootDir>/../talks/locales/{locale}', include: [] }],
  format: formatter({ lineNumbers: false }),
})
