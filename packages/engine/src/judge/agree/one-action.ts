/** Whether two words name one action: a verb and its other aspect, or a verb and the noun made of it. */
import type { Token } from "../words/tokens.ts"
import type { Word } from "../words/word.ts"

const aspect = /(?:ну|[иы]ва|[аяеи])ть(?=(?:ся)?$)/
const shortestVerbRoot = 3

/** «чихнуть» and «чихать», «бросить» and «бросать». */
export const differInAspect = (one: string, other: string): boolean => {
  const root = one.replace(aspect, "")
  return root.length >= shortestVerbRoot && root === other.replace(aspect, "")
}

/** «топить» and «топать», «купить» and «купать» are two verbs, «белеть» and «белить» too. */
const twoVerbs = new Set("топ куп сто пах вал лом".split(" "))
const ofState = /еть$/

/** What «по» makes another verb of. */
const notOnlyDone = new Set("казать мнить весить купать лучить падать читать ходить".split(" "))

/** With a prefix that says no more than that it is done. */
const onlyDone = new Set(
  (
    "сделать спеть станцевать съесть сыграть сварить сшить сломать сжечь смочь спрятать измерить смять сфотографировать связать слепить " +
    "сплести сковать скосить сгореть сгнить созреть совершить сгруппировать скопировать скомкать сосчитать " +
    "написать нарисовать накормить научить напечатать наточить намылить насмешить накрыть нагреметь " +
    "прочитать прочесть проголосовать прозвучать прореветь пробурить прослезиться просигналить " +
    "украсть утонуть увидеть услышать увянуть укусить ужалить уколоть утопить удвоить " +
    "заплатить замерзнуть заморозить запаковать закипеть заплакать захромать заснять затвердеть заржаветь затормозить зарычать зарыть закрепить засеять застелить " +
    "приготовить пригрозить присниться приземлить " +
    "выпить вымыть выстирать высушить вылечить выучить вырасти вырыть выкопать выбросить выстроить выздороветь выспаться " +
    "ослепнуть оглохнуть оштрафовать оценить окрестить опубликовать обрадовать охрипнуть онеметь ограбить остричь обмануть " +
    "разбудить растоптать растаять расколоть разделить разбогатеть разорвать разозлить расплакаться рассмешить расцвести развеселить " +
    "испугать испечь искупать испортить исцарапать использовать изжарить " +
    "подстричь подмести подшутить вскипятить взволновать вспахать вскипеть вспотеть взлететь " +
    "отремонтировать отомстить отреагировать отредактировать отполировать переночевать перекрестить"
  ).split(" ")
)
const prefixes = new Set("пере под при про рас раз вс вз вы за из ис на об ото от о съ с у".split(" "))

const isOnlyDone = (done: string, doing: string): boolean =>
  onlyDone.has(done) && done.endsWith(doing) && prefixes.has(done.slice(0, -doing.length))

/** What stands before that ending; none where there is nothing, or another ending. */
const before = (ending: string, word: string): ReadonlyArray<string> =>
  word.length > ending.length && word.endsWith(ending) ? [word.slice(0, -ending.length)] : []

/** «в», «об», «от» of «войти», «обойти», «отойти». */
const looseVowel = /(?<=^(?:в|об|от|под|с|над|из|раз|вз))о$/

/** What a verb that is done ends in, and one that is being done: «снять» and «снимать», «умереть» and «умирать». */
const doneAndDoing: ReadonlyArray<readonly [string, string]> = [
  ["нять", "нимать"],
  ["чать", "чинать"],
  ["жать", "жимать"],
  ["йти", "ходить"],
  ["нести", "носить"],
  ["вести", "водить"],
  ["везти", "возить"],
  ["ползти", "ползать"],
  ["ереть", "ирать"],
  ["рать", "ирать"],
  ["звать", "зывать"],
  ["рвать", "рывать"],
  ["слать", "сылать"],
  ["гнать", "гонять"],
  ["мочь", "могать"],
  ["жечь", "жигать"],
  ["асть", "адать"],
  ["ить", "ивать"],
  ["ыть", "ывать"],
  ["еть", "евать"],
  ["ать", "авать"],
  ["уть", "увать"]
]

const verbsApart = new Map(
  Object.entries({
    взять: "брать",
    сесть: "садиться",
    лечь: "ложиться",
    сказать: "говорить",
    стать: "становиться",
    купить: "покупать",
    положить: "класть",
    поймать: "ловить",
    пустить: "пускать",
    отпустить: "отпускать",
    выпустить: "выпускать",
    посадить: "сажать",
    повесить: "вешать",
    уронить: "ронять",
    упасть: "падать"
  })
)

/** «опаздывать» of «опоздать», «выталкивать» of «вытолкать»: the last «о» of the root is «а». */
const withOpenVowel = (root: string): string => root.replace(/о(?=[^аеиоуыэюя]+$)/, "а")

const doingOf = (done: string): ReadonlyArray<string> => [
  ...doneAndDoing.flatMap(([ending, doing]) =>
    before(ending, done).flatMap((root) => [root.replace(looseVowel, "") + doing, root + doing])
  ),
  ...before("ить", done)
    .flatMap(rootsBefore)
    .flatMap((root) => [`${root}ать`, `${root}ять`, `${withOpenVowel(root)}ивать`]),
  ...before("ать", done).flatMap((root) => [`${withOpenVowel(root)}ывать`, `${withOpenVowel(root)}ивать`])
]

const reflexive = /с[яь]$/

const isDoing = (done: string, doing: string): boolean => {
  if (verbsApart.get(done) === doing) return true
  const [one, other] = [done.replace(reflexive, ""), doing.replace(reflexive, "")]
  const isSameVoice = reflexive.test(done) === reflexive.test(doing)
  return isSameVoice && !twoVerbs.has(one.replace(aspect, "")) && doingOf(one).includes(other)
}

const areAspects = (one: string, other: string): boolean =>
  isDoing(one, other) ||
  (differInAspect(one, other) && !twoVerbs.has(one.replace(aspect, "")) && ofState.test(one) === ofState.test(other)) ||
  (one === `по${other}` && !notOnlyDone.has(other)) ||
  isOnlyDone(one, other)

/** «бросить» and «бросать», «красить» and «покрасить», «петь» and «спеть»: one doing, done or not. */
const areOneDoing = (left: Token, right: Token): boolean => {
  const others = right.word.infinitives
  return left.word.infinitives.some((one) => others.some((other) => areAspects(one, other) || areAspects(other, one)))
}

/** Nouns that tell of an action without the ending of such nouns, each with the verbs that tell of it. */
const actions: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  `
бег: бегать бежать
танец: танцевать
прыжок: прыгать прыгнуть
смех: смеяться засмеяться
полет: лететь летать
плач: плакать
крик: кричать крикнуть
поцелуй: целовать поцеловать целоваться
игра: играть
работа: работать
кража: красть украсть
продажа: продать продавать
потеря: терять потерять
отказ: отказаться отказываться
побег: сбежать убежать бежать
покупка: купить покупать
стирка: стирать постирать
уборка: убирать убираться
охота: охотиться
рыбалка: рыбачить
драка: драться подраться
ссора: ссориться поссориться
развод: развестись разводиться
победа: победить побеждать
приезд: приехать приезжать
зевок: зевать зевнуть
кашель: кашлять
храп: храпеть
лай: лаять
свист: свистеть свистнуть
шепот: шептать прошептать
улыбка: улыбаться улыбнуться
торговля: торговать
ходьба: ходить
стрельба: стрелять
борьба: бороться
учеба: учиться
измена: изменить изменять
кормежка: кормить
поклон: кланяться поклониться
прогулка: гулять прогуляться
обман: обмануть обманывать
лечение: лечить
рост: расти
дыхание: дышать подышать
стрижка: стричь подстричь постричь
укус: кусать укусить
ловля: ловить
покраска: красить покрасить
взрыв: взорвать взорваться взрывать
падение: упасть падать
чтение: прочесть
прогул: прогулять
голод: голодать
шитье: сшить
ремонт: ремонтировать отремонтировать
запрет: запретить запрещать
изобретение: изобрести изобретать
обмен: обменять обменяться меняться
спор: спорить поспорить
`
    .trim()
    .split("\n")
    .map((line) => {
      const end = line.indexOf(":")
      return [line.slice(0, end), new Set(line.slice(end + 2).split(" "))] as const
    })
)

/** Letters that a root ends in before «-ение»: «кормление», «награждение», «возвращение», «повышение». */
const softened: ReadonlyArray<readonly [RegExp, ReadonlyArray<string>]> = [
  [/[бпвмф]$/, ["$&л"]],
  [/ст$/, ["щ"]],
  [/т$/, ["щ", "ч"]],
  [/д$/, ["жд", "ж"]],
  [/с$/, ["ш"]],
  [/з$/, ["ж"]]
]

const rootsBefore = (root: string): ReadonlyArray<string> => [
  root,
  ...softened.flatMap(([end, changes]) => changes.map((change) => root.replace(end, change)))
]

/** «плавание», «пение», «умножение», «мытьё», «снятие», as far as they are made by rule. */
const nounsMadeOf = (verb: string): ReadonlyArray<string> => {
  const done = verb.replace(reflexive, "")
  return [
    ...before("ть", done).flatMap((stem) => [`${stem}ние`, `${stem}тие`, `${stem}тье`]),
    ...before("ить", done)
      .flatMap(rootsBefore)
      .map((root) => `${root}ение`)
  ]
}

/** Each is a thing or a state of its own. */
const ownThings = new Set(
  "знание собрание питание зрение писание создание издание задание послание название платье питье житие житье".split(
    " "
  )
)

const isMadeOf = (noun: string, verb: string): boolean =>
  actions.get(noun)?.has(verb) === true || (!ownThings.has(noun) && nounsMadeOf(verb).includes(noun))

/** «сдувание» and «сдуть»: what is done is called by what is being done. */
const isMadeOfDoing = (noun: string, done: string): boolean =>
  noun.endsWith("ние") && doingOf(done).some((doing) => isMadeOf(noun, doing))

/** «плавание» and «плавать». */
const isActionOf = (noun: Token, verb: Token): boolean => {
  const verbs = verb.word.infinitives
  return noun.word.nouns.some((one) => verbs.some((other) => isMadeOf(one, other) || isMadeOfDoing(one, other)))
}

/** Whether a noun is of a verb that begins otherwise; the others that are made of one begin as it does. */
export const isActionApart = ({ nouns }: Word, { infinitives }: Word): boolean =>
  nouns.some((noun) => infinitives.some((verb) => actions.get(noun)?.has(verb) === true))

export const areOneAction = (left: Token, right: Token): boolean =>
  areOneDoing(left, right) || isActionOf(left, right) || isActionOf(right, left)
