/** One spelling for a foreign name however it was carried between the alphabets: «Smith» and «Смит», «Samizdat». */
import { unaccented } from "./lettered.ts"

const latinGroups: ReadonlyArray<readonly [RegExp, string]> = [
  [/sch|shch/g, "щ"],
  [/gh/g, "г"],
  [/ew/g, "ю"],
  [/tch|ch/g, "ч"],
  [/sh/g, "ш"],
  [/zh/g, "ж"],
  [/kh/g, "х"],
  [/ts|tz/g, "ц"],
  [/ph/g, "ф"],
  [/th/g, "т"],
  [/ck|q(?:u)?/g, "к"],
  [/oo|ou/g, "у"],
  [/ee|(?<!..)ea|ea(?!$)/g, "и"],
  [/ya|ja/g, "я"],
  [/yu|ju/g, "ю"],
  [/yo|jo/g, "е"],
  [/x/g, "кс"],
  [/c(?=[eiy])/g, "с"]
]

const latinLetters = new Map(
  Object.entries({
    a: "а",
    b: "б",
    c: "к",
    d: "д",
    e: "е",
    f: "ф",
    g: "г",
    h: "х",
    i: "и",
    j: "й",
    k: "к",
    l: "л",
    m: "м",
    n: "н",
    o: "о",
    p: "п",
    r: "р",
    s: "с",
    t: "т",
    u: "у",
    v: "в",
    w: "в",
    y: "и",
    z: "з"
  })
)

const doubled = /(.)\1+/gu

/** Differences of habit between carriers: «э» and «е», «й» and «и», signs, doubled letters, a silent last «е». */
const habits = (word: string): string =>
  word
    .replaceAll("э", "е")
    .replaceAll("й", "и")
    .replaceAll("ы", "и")
    .replaceAll("ю", "у")
    .replaceAll("я", "а")
    .replace(/[ьъ]/g, "")
    .replace(doubled, "$1")

export const isLatinWord = (word: string): boolean => /^\p{Script=Latin}+$/u.test(word)

export const isCyrillicWord = (word: string): boolean => /^\p{Script=Cyrillic}+$/u.test(word)

/** The Cyrillic key of a word of either alphabet. */
export const transliterationKey = (word: string): string => {
  if (!isLatinWord(word)) return habits(word)
  const plain = unaccented(word)
  const grouped = latinGroups.reduce((text, [group, letter]) => text.replace(group, letter), plain)
  return habits([...grouped].map((letter) => latinLetters.get(letter) ?? letter).join(""))
}

const silentEnd = /(?<=.{3})(?:[её]|(?<=[аеиоу])[тс]|(?<=[аеиоу])кс)$/

/** The key of a Latin word without the letter at its end that may be silent: «Google», «Dumas», «Monet». */
export const silentKey = (key: string): string => key.replace(silentEnd, "")
