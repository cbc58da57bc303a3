import { createFileRoute } from '@tanstack/react-router'
import { Erase } from '../pages/Erase.tsx'
import { actOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/erase')({ component: Erase, validateSearch: actOfSearch })
