import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Where a key is typed into, and does not mean a command. */
const TYPED_INTO = 'input, textarea, select, [contenteditable]'

/** `/` anywhere but in a field turns to search, and to its field where that page is open. */
export const useSlash = (ref: string): void => {
  const navigate = useNavigate()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(TYPED_INTO) !== null) return
      event.preventDefault()
      const field = document.querySelector<HTMLInputElement>('.search-words input')
      if (field === null) void navigate({ to: '/p/$ref/search', params: { ref }, search: {} })
      else field.focus()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [ref, navigate])
}
