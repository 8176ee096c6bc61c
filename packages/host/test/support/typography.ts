/** Faults of Russian typography in a text, and values that slipped into words. */

const withoutYo = [
  "еще",
  "идет",
  "счет",
  "зачет",
  "незачет",
  "ждем",
  "начнем",
  "ведем",
  "ее",
  "мое",
  "твое",
  "свое",
  "ушел",
  "дает",
  "вперед",
  "четко",
  "берет",
  "найдет",
  "придет",
  "зачтен",
  "ответов нет еще"
]

const faults: ReadonlyArray<readonly [RegExp, string]> = [
  [/["']/u, "a straight quote"],
  [/ [-–] /u, "a hyphen or a short dash in place of «—»"],
  [/ {2}/u, "two spaces"],
  [/ $/mu, "a space at the end of a line"],
  [/^ /mu, "a space at the beginning of a line"],
  [/ [,.;:!?](?![) ])/u, "a space before a sign"],
  [/[,;][^\s\d]/u, "no space after a comma"],
  [/\n{3}/u, "two empty lines"],
  [/\.\.|[!?]\.|…\./u, "two signs in place of one"],
  [/undefined|null|NaN|\[object|Infinity/u, "a value in place of words"],
  [new RegExp(`(?<!\\p{L})(?:${withoutYo.join("|")})(?!\\p{L})`, "iu"), "е in place of ё"],
  [/«[^»]*«|»[^«]*»/u, "«» inside «»"]
]

export const faultsOf = (words: string): ReadonlyArray<string> =>
  faults.flatMap(([pattern, fault]) => {
    const found = pattern.exec(words)
    return found === null ? [] : [`${fault}: ${words.slice(Math.max(0, found.index - 20), found.index + 20)}`]
  })
