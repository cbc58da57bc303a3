import { createFileRoute } from '@tanstack/react-router'
import { Verify } from '../pages/Verify.tsx'

export const Route = createFileRoute('/verify')({ component: Verify })
