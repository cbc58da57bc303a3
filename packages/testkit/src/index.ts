export { type HeldRecord, heldRecord, type HeldStep } from './held.ts'
export { type Network, type Tampering, networkOf } from './network.ts'
