import { createFileRoute } from '@tanstack/react-router'
import { Search } from '../pages/Search.tsx'
import { soughtOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/search')({ component: Search, validateSearch: soughtOfSearch })
