import { createFileRoute } from '@tanstack/react-router'
import { Take } from '../pages/Take.tsx'

export const Route = createFileRoute('/take')({ component: Take })
