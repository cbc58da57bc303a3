/** A host that did not answer: no verdict on the record can be given, and none is the host's fault. */
export class HostSilent extends Error {
  readonly code: string
  constructor(code: string) {
    super(`the host did not answer: ${code}`)
    this.code = code
  }
}
