/** Who bears a surname, and which words are names though the dictionary lists them as none. */
import type { Lemma, Person } from "@znatoki/engine"
import { knownPeople } from "./known-people.ts"

const folded = (text: string): string => text.toLowerCase().replaceAll("ё", "е")

/** Of «Римский-Корсаков» the last part is what answers are told by. */
const partsOf = (names: string): ReadonlyArray<string> => names.split(/[-/]/u)

const read = () => {
  const people = new Map<string, Array<Person>>()
  const lemmas = new Map<string, Lemma>()
  const name = (word: string, kind: "given" | "surname"): void => {
    lemmas.set(word, {
      id: `${word} ${kind} masc`,
      word,
      base: true,
      kind: "noun",
      name: kind,
      indeclinable: false,
      animate: true
    })
  }
  for (const line of folded(knownPeople).trim().split("\n")) {
    const [surnames = "", given = "", patronymic] = line.replace("~", "").split(" ")
    const surname = partsOf(surnames).at(-1) ?? ""
    const person = { given: partsOf(given), patronymic: patronymic ?? null, lesser: line.startsWith("~") }
    people.set(surname, [...(people.get(surname) ?? []), person])
    for (const word of partsOf(given)) name(word, "given")
    if (!lemmas.has(surname)) name(surname, "surname")
  }
  return { people, lemmas }
}

const known = read()

const shortNames = `
александр: саша шура сашка алекс
александра: саша
алексей: леша алеша леха
анатолий: толя
андрей: андрюша
анна: аня анюта нюра
антон: антоша
борис: боря
валентина: валя
василий: вася васька
виктор: витя
владимир: володя вова
владислав: влад
галина: галя
георгий: гоша жора
григорий: гриша гришка
дмитрий: дима митя димитрий
евгений: женя
екатерина: катя катерина катюша
елена: лена алена
иван: ваня ванька ванюша джованни
илья: илюша
иосиф: ося
константин: костя
лев: лева
леонид: леня
мария: маша марья
марина: мариша
михаил: миша михайло
надежда: надя
наталья: наташа наталия
николай: коля никола
ольга: оля
павел: паша
петр: петя петька
роман: рома
семен: сеня
сергей: сережа серега
софья: соня софия
станислав: стас слава
вячеслав: слава
святослав: слава
ростислав: слава
степан: степа стенька степка
татьяна: таня танюша
федор: федя федька
юрий: юра
яков: яша
теодор: тедди
уильям: вильям билл
роберт: боб
джеймс: джим
джон: джек
габриэль: габриель
исаак: исак айзек
даниэль: даниель
даниил: данила данил
емельян: емеля емелька
еремей: ерема
арсений: сеня
кирилл: кирюша
артем: тема
максим: макс
любовь: люба
людмила: люда люся
светлана: света
вера: верочка
ирина: ира
ксения: ксюша
дарья: даша
вероника: ника
эдуард: эдик
вениамин: веня
борис: борька
чарльз: чарли
томас: том
ричард: дик
эдвард: эд тед
елизавета: лиза элизабет
фридрих: фриц
фернан: фернандо фернанду
леонардо: лео
антонио: тони
джозеф: джо
бенджамин: бен
сэмюэл: сэм самуэль сэмюэль
стивен: стив стефен
майкл: майк
николас: ник
`

const fullNames = new Map<string, ReadonlyArray<Lemma>>()
for (const line of shortNames.trim().split("\n")) {
  const [full = "", list = ""] = line.split(": ")
  for (const short of list.split(" ")) {
    const lemmas = ["masc", "femn"].map((gender) => ({
      id: `${full} given ${gender}`,
      word: full,
      base: false,
      kind: "noun" as const,
      name: "given" as const,
      indeclinable: false,
      animate: true
    }))
    fullNames.set(short, [...(fullNames.get(short) ?? []), ...lemmas])
  }
}

/** «Володя» is «Владимир» too. */
export const fullNamesOf = (word: string): ReadonlyArray<Lemma> => fullNames.get(word) ?? []

export const peopleNamed = (surname: string): ReadonlyArray<Person> => known.people.get(surname) ?? []

/** «Лев», «Жюль», «Родари»: whoever is known by a name makes a name of it. */
export const knownName = (word: string): Lemma | undefined => known.lemmas.get(word)
