import { createFileRoute } from '@tanstack/react-router'
import { Commitments } from '../pages/Commitments.tsx'
import { commitmentOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/commitments')({ component: Commitments, validateSearch: commitmentOfSearch })
