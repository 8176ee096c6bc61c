/** What a descriptive зачёт asks for: «точный ответ», «по слову „X“», «в любом порядке» and their like. */
import { type Lettered, lettered } from "../letters/lettered.ts"
import { normalForm } from "../letters/normal-form.ts"

export interface Flags {
  /** «точный ответ»: the wording is the point. */
  readonly exact: boolean
  /** «в любом числе и падеже»: an exact answer may still be declined. */
  readonly anyForm: boolean
  readonly anyOrder: boolean
  /** «именно в таком порядке» */
  readonly ordered: boolean
  readonly surname: boolean
  readonly noWrongExtras: boolean
  /** «синонимичные ответы», «и т. п.»: only a person can tell. */
  readonly similar: boolean
  readonly byMeaning: boolean
  /** «по корню „сме“», «или однокоренным»: a word of the same root will do for the keyword. */
  readonly kindred: boolean
}

export interface Described {
  readonly flags: Flags
  /** Words an answer is known by. */
  readonly keywords: ReadonlyArray<string>
  /** «по смыслу с упоминанием …»: words without which no meaning will do, and which alone do not either. */
  readonly mentions: ReadonlyArray<string>
  /** What is left of the clause when the descriptions are taken out. */
  readonly rest: string
}

export const noFlags: Flags = {
  exact: false,
  anyForm: false,
  anyOrder: false,
  ordered: false,
  surname: false,
  noWrongExtras: false,
  similar: false,
  byMeaning: false,
  kindred: false
}

const forms = "(?:порядк[еи]|последовательности|числе|падеже|роде|форме|времени|лице|капитализации|написании)"

/** «любое число из этого диапазона» */
export const anyInside = lettered(
  "giu",
  String.raw`(?:^|\s)люб\p{L}+ (?:числ|значени|количеств|ответ|вариант)\p{L}*(?: \p{L}+)? (?:из|в|внутри) [^;]*(?:диапазон|промежутк|интервал|предел|отрезк)[^;]*`
)

type Description = readonly [Lettered, ReadonlyArray<keyof Flags>]

/** They may stand behind a keyword, and are no part of it. */
const aside: ReadonlyArray<Description> = [
  [lettered("giu", String.raw`(?:ответ\p{L}* )?по смыслу`), ["byMeaning"]],
  [
    lettered(
      "giu",
      String.raw`(?:(?:именно|только|строго) )?(?:в (?:так|эт|указанн|данн|приведённ|приведенн|правильн)\p{L}+ порядке|(?:с соблюдением|с учётом|с учетом) порядка|порядок важен)`
    ),
    ["ordered"]
  ]
]

const patterns: ReadonlyArray<Description> = [
  [
    lettered(
      "giu",
      String.raw`(?:абсолютно |только )?точн\p{L}+ (?:ответ|словоформ|соответстви|формулировк)\p{L}*(?: на все вопросы)?`
    ),
    ["exact"]
  ],
  [anyInside, []],
  [lettered("giu", String.raw`дословн\p{L}+(?: ответ\p{L}*)?`), ["exact"]],
  [lettered("giu", String.raw`по фамили(?:и|ям)`), ["surname"]],
  [
    lettered(
      "giu",
      String.raw`без (?:неверн|неправильн|ошибочн|лишн)\p{L}+ (?:уточнени|дополнени|добавлени|слов)\p{L}*`
    ),
    ["noWrongExtras"]
  ],
  [
    lettered(
      "giu",
      String.raw`(?:и|а также|или)? ?(?:\p{L}+ ){0,3}?(?:синоним|аналогичн|равнозначн|близки[ех] по)[^;]*`
    ),
    ["similar"]
  ],
  [
    lettered(
      "giu",
      String.raw`(?:^|\s)люб\p{L}+ (?:ответ|вариант|верси)\p{L}*,? (?:из|по|котор|если|где|что)[^;]*?(?:ясно|понятно|следует|видно|смысл|означа|описыва|говор|объясня)[^;]*`
    ),
    ["byMeaning"]
  ],
  // What it describes need not have a word in common with what it names.
  [lettered("giu", String.raw`(?:и|или)? ?все остальные (?:слова|ответы|вариант)[^;]*`), ["byMeaning"]],
  [lettered("giu", String.raw`(?:reasonable |similar |close )?equivalents?(?: like)?`), ["byMeaning"]],
  [
    lettered("giu", String.raw`(?:и|или)? (?:прочи|друг(?:ие|их|ая|ое|ую)(?!\p{L})|подобн|иные|все остальные)[^;]*`),
    ["similar"]
  ],
  [lettered("giu", String.raw`(?:и т\. ?[пд]\.?|и тому подобное|и так далее|и др\.|и пр\.)`), ["similar"]],
  [
    lettered(
      "giu",
      String.raw`(?:^|\s)люб(?:ой|ое|ая|ые) (?!порядк|числ|форм)[^;]*(?:ответ|вариант|упоминани|указани)[^;]*`
    ),
    ["similar"]
  ]
]

const anyOf = new RegExp(`(?:зач[её]т )?в люб(?:ом|ой) ${forms}(?:(?:,| и|, и)? ${forms})*`, "giu")
const orderWord = /порядк|последовательности/iu

const keywordClause = lettered(
  "iu",
  String.raw`(?:по|с|со|при|содержащ\p{L}+) (?:(?:обязательн|ключев|основн|наличи)\p{L}+ )*(?:слов(?:у|ам|ом|ами|а|о)|одному из слов|(?:сочетани|словосочетани|фраз|корн|упоминани)\p{L}+)(?: (?:слов(?:а|о|у)?|имени|фамилии))*[ :—–-]+(.+)`
)

/** «любой ответ, в котором упоминается снег» */
const mentionClause = lettered(
  "iu",
  String.raw`(?:^|\s)люб\p{L}+ (?:ответ|вариант|верси)\p{L}*,? (?:в котор\p{L}+|где)(?: \p{L}+)? (?:упомина|упомян|фигурир|присутств|есть|содерж|встреча|звуч|назван|называ)\p{L}*(?: слов\p{L}*)? (.+)`
)

const quoted = /[«"„“]([^«»"„“”]+)[»"“”]/gu

const quotedIn = (words: string): ReadonlyArray<string> => [...words.matchAll(quoted)].map((found) => found[1] ?? "")

/** «„кот“ и „пёс“/„собака“»: each word of one part beside each of the next. */
const together = (words: string): ReadonlyArray<string> =>
  words
    .split(/(?<=[»"“”]) и (?=[«"„“])/u)
    .map(quotedIn)
    .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`)))

const kindredWords = /,? (?:или|и) (?:(?:любы[мх]|друг\S+) )?(?:однокор|родственн)\S*(?: слов\S*)?/iu

/** Quoted words are the keywords; without quotes, all that stands up to a comma. */
const keywordsIn = (words: string): ReadonlyArray<string> => {
  const plain = words.replace(/(?:[,.;(]| без | в люб).*/u, "").split(/ (?:или|либо) /u)
  const marked = together(words)
  return (marked.length === 0 ? plain : marked).map((text) => text.trim()).filter((text) => normalForm(text) !== "")
}

/** Every description has one of these in it. */
const hint =
  /люб|точн|дослов|фамил|без |смысл|синоним|аналог|равнознач|близк|проч|друг|подобн|ины|остальн|и т|и др|и пр|слов|сочет|фраз|корн|упомин|поряд|equivalent/iu

/** A description is short; a long clause is an answer in itself. */
const longestDescription = 400

export const describe = (clause: string): Described => {
  if (clause.length > longestDescription || !hint.test(clause))
    return { flags: noFlags, keywords: [], mentions: [], rest: clause.trim() }
  const raised = new Set<keyof Flags>()
  const line = clause.replace(/\s+/gu, " ")
  let rest = line.replace(anyOf, (words) => {
    raised.add(orderWord.test(words) ? "anyOrder" : "anyForm")
    if (/числ|падеж|род|форм/iu.test(words)) raised.add("anyForm")
    return ""
  })
  const takeOut = ([pattern, names]: Description): void => {
    rest = rest.replace(pattern(rest), () => {
      for (const name of names) raised.add(name)
      return ""
    })
  }
  aside.forEach(takeOut)
  let keywords: ReadonlyArray<string> = []
  for (const clauseOf of [keywordClause, mentionClause])
    rest = rest.replace(clauseOf(rest), (clause: string, words: string) => {
      const alone = words.replace(kindredWords, "")
      keywords = keywordsIn(alone)
      if (alone !== words || /корн/iu.test(clause.slice(0, -words.length))) raised.add("kindred")
      if (/без (?:неверн|неправильн|ошибочн|лишн)/iu.test(words)) raised.add("noWrongExtras")
      return ""
    })
  patterns.forEach(takeOut)
  const needsMeaning = keywords.length > 0 && raised.delete("byMeaning")
  return {
    flags: withRaised(noFlags, raised),
    keywords: needsMeaning ? [] : keywords,
    mentions: needsMeaning ? keywords : [],
    rest: rest === line ? clause.trim() : tidyRest(rest)
  }
}

const withRaised = (flags: Flags, raised: ReadonlySet<keyof Flags>): Flags => ({
  exact: flags.exact || raised.has("exact"),
  anyForm: flags.anyForm || raised.has("anyForm"),
  anyOrder: flags.anyOrder || raised.has("anyOrder"),
  ordered: flags.ordered || raised.has("ordered"),
  surname: flags.surname || raised.has("surname"),
  noWrongExtras: flags.noWrongExtras || raised.has("noWrongExtras"),
  similar: flags.similar || raised.has("similar"),
  byMeaning: flags.byMeaning || raised.has("byMeaning"),
  kindred: flags.kindred || raised.has("kindred")
})

export const eitherFlags = (left: Flags, right: Flags): Flags => {
  const names: ReadonlyArray<keyof Flags> = [
    "exact",
    "anyForm",
    "anyOrder",
    "ordered",
    "surname",
    "noWrongExtras",
    "similar",
    "byMeaning",
    "kindred"
  ]
  return withRaised(left, new Set(names.filter((name) => right[name])))
}

const introductions =
  /^(?:зач[её]т|зачесть|также|а также|принима(?:ть|ется)|засчитыва(?:ть|ется)|допуска(?:ть|ется)|ответ)(?: (?:также|как))? ?[:—–-]? /iu

const tidyRest = (rest: string): string => {
  const trimmed = rest.replace(/\s+/gu, " ").replace(/^[\s,.:—–-]+|[\s,.:—–-]+$/gu, "")
  const bare = trimmed.replace(introductions, "")
  return /^(?:зач[её]т|также|а также|также прописью|принимается|и|с)$/iu.test(bare) ? "" : bare
}
