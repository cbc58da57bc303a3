import { createFileRoute } from '@tanstack/react-router'
import { SourceBeside } from '../pages/SourceBeside.tsx'
import { actOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/source')({ component: SourceBeside, validateSearch: actOfSearch })
