/** Thrown within a reading where it would take more than is given; becomes the refusal `source-beyond-limit`. */
export class Beyond extends Error {
  readonly limit: string
  readonly most: number
  constructor(limit: string, most: number) {
    super(`beyond the limit of ${limit}`)
    this.limit = limit
    this.most = most
  }
}

/** Thrown where a file is not what it claims to be; becomes the refusal `source-unreadable`. */
export class Unreadable extends Error {
  override readonly cause: string
  constructor(cause: string) {
    super(cause)
    this.cause = cause
  }
}
