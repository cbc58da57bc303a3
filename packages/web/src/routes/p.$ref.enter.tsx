import { createFileRoute } from '@tanstack/react-router'
import { Enter } from '../pages/Enter.tsx'

export const Route = createFileRoute('/p/$ref/enter')({ component: Enter })
