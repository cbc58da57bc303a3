import { createFileRoute } from '@tanstack/react-router'
import { DisputeIt } from '../pages/DisputeIt.tsx'
import { actOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/dispute')({ component: DisputeIt, validateSearch: actOfSearch })
