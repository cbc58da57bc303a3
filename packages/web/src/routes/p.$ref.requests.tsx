import { createFileRoute } from '@tanstack/react-router'
import { Requests } from '../pages/Requests.tsx'

export const Route = createFileRoute('/p/$ref/requests')({ component: Requests })
