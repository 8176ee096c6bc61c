/** A text without what only a page or a screen has: entities, pictures and sounds. */

const entities = new Map(
  Object.entries({
    nbsp: " ",
    laquo: "«",
    raquo: "»",
    quot: '"',
    amp: "&",
    lt: "<",
    gt: ">",
    mdash: "—",
    ndash: "–",
    apos: "'"
  })
)
const entity = /&(?:#(\d{1,6})|([a-z]{2,6}));/giu
const attachment = /\((?:pic|aud|img|screen)\b[^()]*\)/giu

export const plainText = (text: string): string =>
  text
    .replace(attachment, " ")
    .replace(entity, (written, code?: string, name: string = "") =>
      code === undefined
        ? (entities.get(name.toLowerCase()) ?? written)
        : String.fromCodePoint(Math.min(Number(code), 0xffff))
    )
