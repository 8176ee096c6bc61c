/** Foreign text that VK would read as a call of somebody, made harmless and looking the same. */

/** Zero width: breaks VK's reading, not a person's. */
const zeroWidth = "\u200b"

/** `[id1|…]`, `[club1|…]`, `[https://vk.com/…|…]`: a link with a name. */
const linkStart = /\[(?=[^\s[\]|]+\|)/g
/** `@all`, `@online`, `@все`, `@id1`, `@durov`; not the middle of an address like a@b.ru. */
const callPattern = /(?<![\p{L}\p{N}_.])@(?=[\p{L}_])/gu
/** `*id1`, `*club1`, `*durov`: the older spelling; Russian notes like *примечание are none. */
const star = /(?<![\p{L}\p{N}_])\*(?=[A-Za-z_])/gu

export const escapeMentions = (text: string): string =>
  text.replace(linkStart, `[${zeroWidth}`).replace(callPattern, `@${zeroWidth}`).replace(star, `*${zeroWidth}`)
