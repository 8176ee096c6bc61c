import { describe as about, expect, it } from "vitest"
import { describe } from "../../src/judge/flags.ts"

const raisedBy = (clause: string) =>
  Object.entries(describe(clause).flags)
    .flatMap(([name, raised]) => (raised ? [name] : []))
    .toSorted()

about("a description", () => {
  it.each([
    ["точный ответ", ["exact"]],
    ["абсолютно точный ответ на все вопросы", ["exact"]],
    ["только точные словоформы", ["exact"]],
    ["точное соответствие", ["exact"]],
    ["точная формулировка", ["exact"]],
    ["дословный ответ", ["exact"]],
    ["дословно", ["exact"]],
    ["дословные ответы", ["exact"]],
    ["по фамилии", ["surname"]],
    ["по фамилиям", ["surname"]],
    ["без лишних слов", ["noWrongExtras"]],
    ["без неправильных уточнений", ["noWrongExtras"]],
    ["без ошибочных дополнений", ["noWrongExtras"]],
    ["без неверных добавлений", ["noWrongExtras"]],
    ["ответы по смыслу", ["byMeaning"]],
    ["синонимы", ["similar"]],
    ["и другие синонимы", ["similar"]],
    ["или любые близкие синонимы", ["similar"]],
    ["и близкие по значению", ["similar"]],
    ["а также аналогичные ответы", ["similar"]],
    ["и равнозначные ответы", ["similar"]],
    ["любые варианты", ["similar"]],
    ["любой ответ на эту тему", ["similar"]],
    ["в любом порядке", ["anyOrder"]],
    ["в любой последовательности", ["anyOrder"]],
    ["в любой форме и числе", ["anyForm"]],
    ["в любом роде, числе и падеже", ["anyForm"]],
    ["в любом времени", ["anyForm"]],
    ["в любом лице", ["anyForm"]],
    ["в любом написании", ["anyForm"]],
    ["в любой капитализации", ["anyForm"]],
    ["зачёт в любом порядке, роде и числе", ["anyForm", "anyOrder"]],
    ["в любом порядке и падеже", ["anyForm", "anyOrder"]],
    ["в любом порядке и форме", ["anyForm", "anyOrder"]]
  ])("%j raises %j and leaves nothing", (clause, raised) => {
    expect(raisedBy(clause)).toEqual(raised)
    expect(describe(clause).rest).toBe("")
  })

  it.each([
    ["кот и другие", ["similar"], "кот"],
    ["кот и прочие звери", ["similar"], "кот"],
    ["кот или подобные звери", ["similar"], "кот"],
    ["кот и иные звери", ["similar"], "кот"],
    ["кот и все остальные звери", ["similar"], "кот"],
    ["кот и т.д.", ["similar"], "кот"],
    ["кот и т. п.", ["similar"], "кот"],
    ["кот, и др.", ["similar"], "кот"],
    ["кот и пр.", ["similar"], "кот"],
    ["кот и так далее", ["similar"], "кот"],
    ["кот, в любом падеже", ["anyForm"], "кот"],
    ["кот — в любом числе", ["anyForm"], "кот"],
    ["зачёт: кот по смыслу", ["byMeaning"], "кот"],
    ["засчитывать также кота по смыслу", ["byMeaning"], "кота"],
    ["принимается кот, точный ответ", ["exact"], "кот"],
    ["зачёт точный ответ", ["exact"], ""],
    ["также в любом порядке", ["anyOrder"], ""],
    ["принимается по смыслу", ["byMeaning"], ""]
  ])("%j raises %j and leaves %j", (clause, raised, rest) => {
    expect(raisedBy(clause)).toEqual(raised)
    expect(describe(clause).rest).toBe(rest)
  })

  it.each(["любовь", "дословесный", " кот учёный ", "зачёт: кот", "точка", "другой", "в любом доме"])(
    "is not found in %j",
    (clause) => {
      expect(describe(clause)).toEqual({ flags: describe("кот").flags, keywords: [], rest: clause.trim() })
    }
  )

  it("is not looked for in a long clause", () => {
    expect(raisedBy(`${"слово ".repeat(64)}по смыслу`)).toEqual(["byMeaning"])
    expect(raisedBy(`${"слово ".repeat(66)}по смыслу`)).toEqual([])
  })
})

about("a keyword", () => {
  it.each([
    ["по слову «кот»", ["кот!"]],
    ["по слову кот", ["кот!"]],
    ["по слову: кот", ["кот!"]],
    ["по словам кот или пёс", ["кот!", "пёс!"]],
    ["по словам кот либо пёс", ["кот!", "пёс!"]],
    ["по ключевым словам: кот", ["кот!"]],
    ["по основному слову кот", ["кот!"]],
    ["по словам «кот» и «пёс»", ["кот пёс!"]],
    ["по словам «кот», «пёс»", ["кот!", "пёс!"]],
    ["по слову кот, больше ничего", ["кот!"]],
    ["по слову кот без неверных уточнений", ["кот!"]],
    ["по слову кот в любом падеже", ["кот!"]],
    ["по словосочетанию «белый кот»", ["белый кот!"]],
    ["по сочетанию белый кот", ["белый кот"]],
    ["по фразе «белый кот»", ["белый кот"]],
    ["по корню кот", ["кот"]],
    ["с упоминанием слова «кот»", ["кот"]],
    ["с упоминанием имени Кот", ["Кот"]],
    ["с упоминанием фамилии Котов", ["Котов"]],
    ["с обязательным упоминанием кота", ["кота"]],
    ["при наличии слова кот", ["кот"]],
    ["при упоминании кота", ["кота"]],
    ["со словом кот", ["кот"]],
    ["со словами «кот» или «пёс»", ["кот", "пёс"]],
    ["содержащие слово «кот»", ["кот"]]
  ])("of %j is %j, with a mark if it is enough", (clause, keywords) => {
    const found = describe(clause)
    expect(found.keywords.map(({ sufficient, text }) => (sufficient ? `${text}!` : text))).toEqual(keywords)
    expect(found.rest).toBe("")
  })

  it.each([
    ["по слову «кот» без неверных уточнений", ["noWrongExtras"]],
    ["по слову кот без лишних слов", ["noWrongExtras"]],
    ["со словом кот, в любом порядке", ["anyOrder"]],
    ["по смыслу с обязательным упоминанием Оксфорда", ["byMeaning"]]
  ])("may come with a description: %j raises %j", (clause, raised) => {
    expect(raisedBy(clause)).toEqual(raised)
  })
})
