import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

/** What `lingui extract` reads and writes: the words of this package alone. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ur'],
  catalogs: [{ path: '<rootDir>/locales/{locale}', include: ['src'] }],
  format: formatter({ lineNumbers: false, origins: true }),
})
