import { createFileRoute } from '@tanstack/react-router'
import { Ask } from '../pages/Ask.tsx'
import { actOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/ask')({ component: Ask, validateSearch: actOfSearch })
