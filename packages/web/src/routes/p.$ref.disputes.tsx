import { createFileRoute } from '@tanstack/react-router'
import { Disputes } from '../pages/Disputes.tsx'
import { atOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/disputes')({ component: Disputes, validateSearch: atOfSearch })
