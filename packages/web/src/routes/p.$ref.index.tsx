import { createFileRoute } from '@tanstack/react-router'
import { WhereItStands } from '../pages/WhereItStands.tsx'
import { standingOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/')({ component: WhereItStands, validateSearch: standingOfSearch })
