/**
 * What a message says besides calling communities, and whether it is for us. VK writes a call as `[club1|@name]`, whatever
 * the person typed; where it did not recognise one, `@club1 (Имя)`, `*club1` or `@name` stay as they are.
 */

export interface Community {
  readonly id: number
  /** Its short address, `znatoki` of vk.com/znatoki; null: it has none. */
  readonly screenName: string | null
}

const title = String.raw`(?:\s{0,9}\([^()]{0,200}\))?`
const foreign = /^\s*(?:\[(?:club|public|event)(\d+)\|[^\]]*\]|[@*](?:club|public|event)(\d+)(?![\p{L}\p{N}_]))/iu

const ownCall = ({ id, screenName }: Community): string => {
  const ids = `(?:club|public|event)${id}`
  const names = screenName === null ? ids : `(?:${ids}|${screenName.replace(/[^\w]/g, String.raw`\$&`)})`
  return String.raw`(?:\[${ids}\|[^\]]*\]|(?<![\p{L}\p{N}_.])[@*]${names}(?![\p{L}\p{N}_])${title})`
}

/** Built once for a community; `null` for words that call another community first. */
export const spokenTo = (own: Community): ((text: string) => string | null) => {
  const call = ownCall(own)
  // A call at either end takes its comma along: «@bot, стоп», «стоп, @bot».
  const first = new RegExp(`^\\s*${call}(?:[\\s,:]|${call})*`, "iu")
  const last = new RegExp(`[\\s,:]{0,9}${call}\\s*$`, "iu")
  const anywhere = new RegExp(`[ \\t]{0,9}${call}[ \\t]*`, "giu")
  return (text) => {
    const called = foreign.exec(text)
    if (called !== null && Number(called[1] ?? called[2]) !== own.id) return null
    return text.replace(first, "").replace(last, "").replace(anywhere, " ").trim()
  }
}
