import { createFileRoute } from '@tanstack/react-router'
import { Communiques } from '../pages/Communiques.tsx'

export const Route = createFileRoute('/p/$ref/communiques')({ component: Communiques })
