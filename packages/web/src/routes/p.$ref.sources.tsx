import { createFileRoute } from '@tanstack/react-router'
import { Sources } from '../pages/Sources.tsx'

export const Route = createFileRoute('/p/$ref/sources')({ component: Sources })
