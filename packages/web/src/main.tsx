import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { kept } from './kept.ts'
import { speak } from './language/catalogue.ts'
import { LanguageRoom } from './language/LanguageRoom.tsx'
import { firstLanguage } from './language/language.ts'
import './look/look.css'
import { Broken, Elsewhere } from './pages/Elsewhere.tsx'
import { foreseeFirst } from './process/foreseen.ts'
import { routeTree } from './routeTree.gen.ts'
import { firstTheme, wear } from './theme.ts'

const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: Elsewhere,
  defaultErrorComponent: Broken,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const start = async (): Promise<void> => {
  wear(firstTheme())
  const language = firstLanguage(kept.read('language'), navigator.languages)
  // Words, the page's code and its first answer come at once: none of them needs another.
  foreseeFirst(new URL(location.href), language)
  await Promise.all([speak(language), router.load()])
  const place = document.getElementById('app')
  if (place === null) throw new Error('index.html has no #app')
  createRoot(place).render(
    <StrictMode>
      <LanguageRoom first={language}>
        <RouterProvider router={router} />
      </LanguageRoom>
    </StrictMode>,
  )
}

start()
