import { createFileRoute } from '@tanstack/react-router'
import { Publish } from '../pages/Publish.tsx'

export const Route = createFileRoute('/p/$ref/publish')({ component: Publish })
