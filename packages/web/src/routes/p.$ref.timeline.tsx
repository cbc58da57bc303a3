import { createFileRoute } from '@tanstack/react-router'
import { Timeline } from '../pages/Timeline.tsx'
import { timelineOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/timeline')({ component: Timeline, validateSearch: timelineOfSearch })
