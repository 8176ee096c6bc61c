/** A Russian word as it is heard, for those who write it so: «щастье», «пчола», «высотский», «празник», «хоби», «алмас», «ёрик», «йантарь», «жойстик». */

const heard: ReadonlyArray<readonly [RegExp, string]> = [
  [/^йа/, "я"],
  [/^йу/, "ю"],
  [/дж/g, "ж"],
  [/йо|ьо|э/g, "е"],
  [/(?<=[жшчщц])о/g, "е"],
  [/(?<=[жшц])ы/g, "и"],
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

export const heardWord = (word: string): string =>
  heard.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word)
