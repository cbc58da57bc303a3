import { type Route, type RouteName, routes } from './routes.ts'

/** Names of a path's parameters, `{name}`. */
export type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParameterOf<Rest> : never

/** What an address needs: every parameter of the path, and the query as far as wanted. */
export type AddressParts<Name extends RouteName> = {
  readonly params: { readonly [Key in ParameterOf<(typeof routes)[Name]['path']>]: string }
  readonly query?: { readonly [key: string]: string | number | undefined }
}

/** The address of a route, from its root: `addressOf('standing', { params: { ref: 'istanbul-2025' }, query: { at: '2025-11-10' } })`. */
export const addressOf = <Name extends RouteName>(name: Name, { params, query = {} }: AddressParts<Name>): string => {
  const given: Readonly<Record<string, string>> = params
  const path = (routes[name] as Route).path.replace(/\{([a-z]+)\}/g, (_, key: string) =>
    given[key]!.split('/').map(encodeURIComponent).join('/'),
  )
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]))
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}
