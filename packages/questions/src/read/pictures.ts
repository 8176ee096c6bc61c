/** Marks of pictures in a text, «(pic: name)» and «(img … name)»: taken out of it, with the names that stood there. */

const picture = /\((?:pic:\s*|img\s+)([^()\n]{1,500})\)/g

export interface WithoutPictures {
  readonly text: string
  readonly names: ReadonlyArray<string>
}

/** The last word is the name, what stands before it sizes; a name with spaces stands in quotes. */
const nameOf = (inside: string): string => {
  const quoted = /["']([^"']+)["']\s*$/.exec(inside)
  return quoted?.[1] ?? inside.trim().split(/\s+/).at(-1) ?? ""
}

export const withoutPictures = (text: string): WithoutPictures => {
  const names: Array<string> = []
  const rest = text.replaceAll(picture, (_, inside: string) => {
    names.push(nameOf(inside))
    return ""
  })
  if (names.length === 0) return { text, names }
  return {
    text: rest
      .replaceAll(/^[ \t]+$/gm, "")
      .replaceAll(/\n{2,}/g, "\n")
      .trim(),
    names
  }
}
