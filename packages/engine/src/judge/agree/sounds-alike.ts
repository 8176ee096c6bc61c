/** Whether a Cyrillic word may be how a Latin one is read, in whatever language it is: «Shakespeare» and «Шекспир». */
import { unaccented } from "../letters/lettered.ts"

/** What each group of letters may become, with «е» for «э», «и» for «й» and «ы», «у» for «ю», «а» for «я»; a dash is silence. */
const readings = `
a: а е о еи
ae: е а ае
ai: е аи еи
au: о ау ав
ault: о
aw: о оу
ay: еи аи е
b: б в
c: к ц с ч
ch: ч х ш к
ck: к
d: д
e: е и
ea: и е еи
eau: о
ee: и е
ei: еи аи и е
eot: о
eu: еи ои е у еу ев
ew: у
ey: еи и
f: ф
g: г дж ж
gh: г -
gn: н
h: х г
i: и аи
ia: а иа
ie: и ие е
ier: е ие
igh: аи
in: ин ен
ium: и иа
j: дж ж и х
ja: а
jo: ио е
ju: у
k: к
kh: х
kn: н
l: л
m: м
n: н
o: о а у оу
oa: о оу
oe: е о у
oi: уа оа ои
ois: уа оис уас
oo: у
ou: у оу ау о
ow: оу ау о
p: п
ph: ф
q: к
qu: к кв
r: р
s: с з ш
sch: ш ск сх
sh: ш
shch: щ
t: т
tch: ч
th: т с з ф
ts: ц
tz: ц
u: у а
v: в ф
w: в у
wh: х у в
x: кс х гз
y: и аи
ya: а
ye: е
you: у
yu: у
z: з ц дз
zh: ж
`

const groups: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  readings
    .trim()
    .split("\n")
    .map((line) => {
      const end = line.indexOf(":")
      const sounds = line.slice(end + 2).split(" ")
      return [line.slice(0, end), sounds.map((sound) => (sound === "-" ? "" : sound))] as const
    })
)
/** The longest are tried first. */
const groupLengths = [4, 3, 2, 1]

const folds: ReadonlyArray<readonly [RegExp, string]> = [
  [/э/g, "е"],
  [/[йы]/g, "и"],
  [/ю/g, "у"],
  [/я/g, "а"],
  [/[ьъ]/g, ""],
  [/(.)\1/gu, "$1"]
]

const folded = (word: string): string => folds.reduce((text, [from, to]) => text.replace(from, to), word)

const silentEnd = /(?<=[^aeiouy])(?:e|es)$/
const silentH = /(?<=[aeiouy])h(?![aeiouy])/g

/** How the endings of names change on their way from Greek, Latin and English: «Theseus», «Columbus», «Plato», «Italy», «Rachmaninoff». */
const carriedEnds: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<=.{3})(?:us|os|es|as)$/, ""],
  [/(?<=e)us$/, "i"],
  [/(?<=.{3}o)$/, "n"],
  [/(?<=.{2})y$/, "ia"],
  [/(?<=.{2}[aeiou])y$/, "ya"],
  [/(?<=.{4}[oe])f$/, "v"],
  [/(?<=.{3})e$/, "a"]
]

const plainLatin = (word: string): string => unaccented(word).replace(/([^eo])\1/gu, "$1")

/** A silent «e» inside is forgiven to a word this long. */
const longWord = 5

/** Whether the letters of `latin` may lead to the end of `cyrillic`, with so many a silent «e» at most. */
const leadsToEnd = (latin: string, cyrillic: string, silences: number): boolean => {
  /** From where it was tried: many readings may meet at one place. */
  const tried = new Set<string>()
  const leads = (at: number, place: number, silencesLeft: number): boolean => {
    if (at === latin.length) return place === cyrillic.length
    const from = `${at} ${place} ${silencesLeft}`
    if (tried.has(from)) return false
    tried.add(from)
    if (silencesLeft > 0 && at > 0 && latin.charAt(at) === "e" && leads(at + 1, place, silencesLeft - 1)) return true
    for (const length of groupLengths) {
      for (const sound of groups.get(latin.slice(at, at + length)) ?? []) {
        if (cyrillic.startsWith(sound, place) && leads(at + length, place + sound.length, silencesLeft)) return true
      }
    }
    return false
  }
  return leads(0, 0, silences)
}

/** Longer words are not followed through all their readings. */
const longest = 24

interface Spelled {
  readonly latin: string
  readonly spellings: ReadonlyArray<string>
  /** How many a silent «e» inside it may be. */
  readonly silences: number
}

const spelled = (latin: string): Spelled => {
  const written = plainLatin(latin)
  const carried = carriedEnds.map(([end, other]) => written.replace(end, other))
  const spellings = [...new Set([written, written.replace(silentEnd, ""), written.replace(silentH, ""), ...carried])]
  return { latin, spellings, silences: written.length >= longWord ? 1 : 0 }
}

/** A Latin word is asked about with one Cyrillic word after another. */
let last = spelled("")

export const soundsAlike = (latin: string, cyrillic: string): boolean => {
  if (latin.length > longest) return false
  if (last.latin !== latin) last = spelled(latin)
  const heard = folded(cyrillic)
  return last.spellings.some((spelling) => leadsToEnd(spelling, heard, last.silences))
}
