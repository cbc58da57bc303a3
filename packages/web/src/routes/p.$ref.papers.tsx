import { createFileRoute } from '@tanstack/react-router'
import { Papers } from '../pages/Papers.tsx'

export const Route = createFileRoute('/p/$ref/papers')({ component: Papers })
