/** What a person wrote, freed from the entities some of VK's events carry it in. */

const entities: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
  ["&amp;", "&"]
])

/** In one pass: what comes out of an entity is never read as another one. */
export const unescapeText = (text: string): string =>
  text.replace(/<br\s*\/?>|&(?:lt|gt|quot|amp|#39);/g, (found) => entities.get(found) ?? "\n")
