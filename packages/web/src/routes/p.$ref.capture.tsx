import { createFileRoute } from '@tanstack/react-router'
import { Capture } from '../pages/Capture.tsx'

export const Route = createFileRoute('/p/$ref/capture')({ component: Capture })
