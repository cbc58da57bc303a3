/** An expected failure: a stable `code`, where it was found (`path`, e.g. `entry.saw.size`), and the facts that its sentence needs. */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  readonly path?: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** What a function gives that may refuse. Refusing is a value; an exception is a bug. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> }

export const accept = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

export const refuse = <Code extends string>(
  code: Code,
  facts: Readonly<Record<string, string | number>> = {},
  path?: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({
  ok: false,
  refusal: path === undefined ? { code, facts } : { code, path, facts },
})
