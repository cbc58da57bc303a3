import { createFileRoute } from '@tanstack/react-router'
import { Record } from '../pages/Record.tsx'
import { actOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/record')({ component: Record, validateSearch: actOfSearch })
