import { createFileRoute } from '@tanstack/react-router'
import { ProcessShell } from '../pages/ProcessShell.tsx'
import { ProcessRoom } from '../process/ProcessRoom.tsx'

export const Route = createFileRoute('/p/$ref')({ component: Process })

function Process() {
  const { ref } = Route.useParams()
  return (
    <ProcessRoom key={ref} process={ref}>
      <ProcessShell />
    </ProcessRoom>
  )
}
