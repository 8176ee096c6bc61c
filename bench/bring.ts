/**
 * Brings what is compared with when it is wanted. It goes by a name that the types do not follow: what it imports is
 * installed for `npm run bench` alone, and the checks do without. `competitors/` has a check of its own.
 */
export const bring = async <A>(file: string, name: string): Promise<A> => {
  const found: Readonly<Record<string, A>> = await import(new URL(`competitors/${file}`, import.meta.url).href)
  const wanted = found[name]
  if (wanted === undefined) throw new Error(`${file} has no ${name}`)
  return wanted
}
