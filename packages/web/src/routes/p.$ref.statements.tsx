import { createFileRoute } from '@tanstack/react-router'
import { Statements } from '../pages/Statements.tsx'
import { actOfSearch } from './search.ts'

export const Route = createFileRoute('/p/$ref/statements')({ component: Statements, validateSearch: actOfSearch })
