/** A Russian word as it is heard, for those who write it so: «щастье», «пчола», «высотский», «празник», «хоби», «алмас», «ёрик», «йантарь», «жойстик». */

const heard: ReadonlyArray<readonly [RegExp, string]> = [
  [/^йа/, "я"],
  [/^йу/, "ю"],
  [/дж/g, "ж"],
  [/йо|ьо|э/g, "е"],
  [/(?<=[жшчщц])о/g, "е"],
  [/(?<=[жшц])ы/g, "и"],
  [/(?<=[жшчщц])ю/g, "у"],
  [/(?<=[жшчщц])я/g, "а"],
  [/[сзж]ч/g, "щ"],
  [/[тд]ь?с|[тд]ц/g, "ц"],
  [/([сз])[тд](?=[нл])/g, "$1"],
  [/рдц/g, "рц"],
  [/лнц/g, "нц"],
  [/вств/g, "ств"],
  [/чн/g, "шн"],
  [/(.)\1/g, "$1"],
  [/б$/, "п"],
  [/в$/, "ф"],
  [/г$/, "к"],
  [/д$/, "т"],
  [/ж$/, "ш"],
  [/з$/, "с"]
]

/** Whether any of them is there; a word that has none is heard as it is written. */
const any =
  /^й[ау]|дж|[йь]о|э|[жшчщц]о|[жшц]ы|[жшчщц][юя]|[сзж]ч|[тд]ь?с|[тд]ц|[сз][тд][лн]|рдц|лнц|вств|чн|(.)\1|[бвгджз]$/

export const heardWord = (word: string): string =>
  any.test(word) ? heard.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word) : word

/** With these a sound may begin that is written otherwise. */
const otherwiseBegun = new Set("йьэдтсзжч")

/** Whether they may be heard alike, by their first letters; finding out takes longer. */
export const mayBeHeardAlike = (one: string, other: string): boolean => {
  const [first, second] = [one.charAt(0), other.charAt(0)]
  return first === second || otherwiseBegun.has(first) || otherwiseBegun.has(second)
}
