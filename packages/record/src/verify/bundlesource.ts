import type { Bundle } from '../bundle.ts'
import { fileSource } from './filesource.ts'
import type { RecordSource } from './source.ts'

/** A bundle's files as the source of a verification. */
export const bundleSource = ({ files }: Bundle): RecordSource => fileSource(async (name) => files.get(name))
