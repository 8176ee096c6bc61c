/**
 * Which words are a command.
 *
 * A word that people also say to each other («дальше», «+») acts only where it makes sense, so that the bot
 * does not break into a talk with a refusal. With a slash in front it acts everywhere.
 */
import {
  type Choice,
  type ClubHelp,
  type Discussion,
  type EpochMs,
  type GameState,
  type Phase,
  type Player,
  type PlayerId,
  type PresetName,
  type SoloChoice,
  voteRefusalOf
} from "@znatoki/engine"
import type { GameAction } from "@znatoki/chat/action"
import { plainWords, type Said } from "./said-words.ts"
import { namesQuestions, wishIn } from "./questions/wish-words.ts"
import { isLastRound, moreTime, seated } from "./game-words.ts"
import { stopAskedAt } from "./stop-messages.ts"
import { isOnlyName, seatNamed } from "./seat-named.ts"

interface Command {
  readonly words: ReadonlyArray<string>
  readonly action: GameAction
  /** Where the bare words act; null: everywhere. */
  readonly phases: ReadonlyArray<Phase> | null
}

const playing: ReadonlyArray<Phase> = [
  "Lobby",
  "SoloChoice",
  "Wheel",
  "Discussion",
  "ClubHelp",
  "Choice",
  "Answer",
  "Vote",
  "Verdict",
  "Appeal",
  "Paused"
]
const over: ReadonlyArray<Phase> = ["Idle", "Finished"]
const thinking: ReadonlyArray<Phase> = ["Discussion", "ClubHelp"]
const gathering: ReadonlyArray<Phase> = [...over, "Lobby"]
/** No question is thought of, so that «история» is none of the guesses. */
const calm: ReadonlyArray<Phase> = [...gathering, "Verdict", "Paused"]
const open: ReadonlyArray<Phase> = ["Lobby", "Verdict"]

const command = (words: ReadonlyArray<string>, action: GameAction, phases: ReadonlyArray<Phase> | null): Command => ({
  words,
  action,
  phases
})

const commands: ReadonlyArray<Command> = [
  command(["стоп", "закончить", "закончить игру", "стоп игра", "stop"], { _tag: "Stop" }, null),
  command(["остановить", "остановить игру", "завершить игру"], { _tag: "Stop" }, playing),
  command(["инфо", "счет", "какой счет", "info", "score"], { _tag: "Info" }, null),
  command(["сколько осталось", "сколько времени осталось", "сколько осталось времени"], { _tag: "Info" }, playing),
  command(["помощь", "команды", "help", "commands"], { _tag: "Help" }, null),
  command(["правила", "rules"], { _tag: "Rules" }, null),
  command(["настройки", "settings"], { _tag: "Settings" }, null),
  command(["рейтинг", "лидеры", "таблица лидеров", "rating"], { _tag: "Rating" }, calm),
  command(["моя статистика", "статистика", "мои игры", "stats"], { _tag: "PlayerStatistics" }, calm),
  command(["история", "прошлые игры", "история игр", "history"], { _tag: "History" }, calm),
  command(["сезоны", "seasons"], { _tag: "Seasons" }, calm),
  command(["лицензия", "лицензии", "откуда вопросы", "licence", "license"], { _tag: "Licences" }, calm),
  command(["пакеты", "темы", "вопросы", "packs"], { _tag: "Shelves" }, gathering),
  command(["часы включить", "включить часы", "clock on"], { _tag: "Clock", seen: null, on: true }, null),
  command(["часы выключить", "выключить часы", "clock off"], { _tag: "Clock", seen: null, on: false }, null),
  command(["реванш", "rematch"], { _tag: "Again" }, over),
  command(["сыграем еще", "еще игру"], { _tag: "Again" }, ["Finished"]),
  command(["пауза", "pause"], { _tag: "Pause", seen: null }, playing),
  command(["продолжаем", "продолжить", "продолжим", "resume"], { _tag: "Resume", seen: null }, ["Paused"]),
  command(["я играю", "играю", "я в игре", "join"], { _tag: "Join", seen: null }, null),
  command(["+", "+1", "я тоже", "и я"], { _tag: "Join", seen: null }, open),
  command(["ухожу", "я ухожу", "уйти", "выйти", "выхожу", "leave"], { _tag: "Leave", seen: null }, playing),
  command(["я выхожу", "выйти из игры", "выхожу из игры"], { _tag: "Leave", seen: null }, playing),
  command(["поехали", "погнали", "начинаем", "го", "go"], { _tag: "Go", seen: null }, ["Lobby"]),
  command(["досрочно", "досрочный ответ", "ответить сейчас", "early"], { _tag: "Early", seen: null }, thinking),
  command(["помощь клуба", "club"], { _tag: "Club", seen: null }, ["Discussion"]),
  command(
    ["апелляция", "подать апелляцию", "подаю апелляцию", "подаем апелляцию", "appeal"],
    { _tag: "Appeal", seen: null },
    ["Verdict"]
  ),
  command(["дальше", "далее", "следующий", "следующий вопрос", "итоги", "next"], { _tag: "Next", seen: null }, [
    "Verdict"
  ]),
  command(["играем", "дальше", "снять паузу", "снять с паузы"], { _tag: "Resume", seen: null }, ["Paused"])
]

/** In the order of the list. */
const commandsOf = new Map<string, ReadonlyArray<Command>>()
for (const one of commands) {
  for (const words of one.words) commandsOf.set(words, [...(commandsOf.get(words) ?? []), one])
}

/** What may be asked for with a question mark; «поехали?» and «Борис?» are questions to the others. */
const asking: ReadonlySet<GameAction["_tag"]> = new Set([
  "Info",
  "Help",
  "Rules",
  "Settings",
  "Rating",
  "PlayerStatistics",
  "History",
  "Seasons",
  "Licences",
  "Shelves"
])

const startWords = ["начать новую игру", "начать игру", "новая игра", "начать", "старт", "start"]

const presetWords: { readonly [Name in PresetName]: ReadonlyArray<string> } = {
  lightning: ["молния", "молнию", "lightning"],
  quick: ["быстрая", "быструю", "быстрый", "быстро", "quick"],
  classic: ["классика", "классику", "классическая", "классическую", "classic"],
  tv: ["тв", "tv"],
  slow: ["медленная", "медленную", "медленный", "медленно", "slow"]
}
const presetNames = Object.keys(presetWords).filter((name): name is PresetName => name in presetWords)

const presetOf = (words: string): PresetName | undefined =>
  presetNames.find((name) => presetWords[name].includes(words))

const presetPrefix = /^(?:пресет|темп|preset) /u

const chosenPreset = (words: string): GameAction | null => {
  const preset = presetPrefix.test(words) ? presetOf(words.replace(presetPrefix, "")) : undefined
  return preset === undefined ? null : { _tag: "Preset", seen: null, preset }
}

/** «Начать быструю игру»; a theme may be called «игра». */
const adjectiveOfGame = /^(?!тема |тему |на |пакет |сложность )(\S+) игр[ау](?= |$)/u

const start = (words: string, state: GameState, slash: boolean): GameAction | null => {
  const prefixes = over.includes(state._tag) || slash ? [...startWords, "игра"] : startWords
  const prefix = prefixes.find((word) => words === word || words.startsWith(`${word} `))
  if (prefix === undefined) return null
  const rest = words.slice(prefix.length).trim().replace(adjectiveOfGame, "$1")
  if (rest === "") return { _tag: "Start", preset: null }
  const preset = presetNames.find((name) => presetWords[name].some((word) => beginsWith(rest, word))) ?? null
  const wished = preset === null ? rest : rest.replace(/^\S+ ?/u, "")
  if (wished === "") return { _tag: "Start", preset }
  const questions = wishIn(wished)
  return questions === null ? null : { _tag: "Start", preset, questions }
}

const beginsWith = (words: string, beginning: string): boolean =>
  words === beginning || words.startsWith(`${beginning} `)

/** Of a theme or a pack, with what stands before its name: «Тема: собрание жильцов в пятницу, просьба…» is talk. */
const nameWordsMax = 7

/** What people say to each other about questions is no command while they play, nor are whole sentences. */
const chosenQuestions = (words: string, state: GameState, slash: boolean): GameAction | null => {
  if (!slash && (!gathering.includes(state._tag) || words.split(" ").length > nameWordsMax)) return null
  const wish = namesQuestions.test(words) ? wishIn(words.replace(/ ?вопросы$/u, "")) : null
  return wish === null ? null : { _tag: "Questions", seen: null, wish }
}

const naming =
  /^\/?\s*(?:пусть\s+)?(?:отвечает|отвечать будет|ответит|отвечай|отвечаю|отвечу|name)(?:[\s:,—-]+(.*))?$/isu
/** Plain words: «Борис отвечает», «пусть Борис ответит»; without a name where somebody is called. */
const namingAfter = /^(?:пусть )?(?:(.+) )?(?:отвечает|ответит|отвечай|будет отвечать)$/u
const namingSelf = new Set(["отвечаю", "отвечу", "я отвечаю", "я отвечу", "сам отвечу", "сама отвечу"])

type Naming = Discussion | ClubHelp | Choice | SoloChoice

/** Nothing else is asked of the captain than a name. */
const isAsked = ({ _tag }: Naming): boolean => _tag === "Choice" || _tag === "SoloChoice"

const isNaming = (state: GameState): state is Naming =>
  state._tag === "Discussion" || state._tag === "ClubHelp" || state._tag === "Choice" || state._tag === "SoloChoice"

const named = (said: Said, words: string, by: Player, state: Naming): string | null => {
  if (namingSelf.has(words)) return "я"
  const name = naming.exec(said.text)?.[1]
  if (name !== undefined) return name
  const before = namedBefore(said, words, state)
  if (before !== null) return before
  return isAsked(state) && by.id === state.captain ? onlyName(said, words, state) : null
}

/** «Пусть Борис», «Борис, давай». */
const around = /^(?:пусть|давай|давайте) | давай$/gu

const onlyName = (said: Said, words: string, { players }: Naming): string | null => {
  const name = said.called.length > 0 ? said.text : words.replace(around, "")
  return isOnlyName({ ...said, text: name }, players) ? name : null
}

/** A whole name, for «не отвечает» is no beginning of one. */
const namedBefore = ({ called, own }: Said, words: string, { players }: Naming): string | null => {
  const found = namingAfter.exec(called.length === 0 ? words : plainWords(own))
  if (found === null) return null
  const [, name = ""] = found
  if (called.length > 0) return called.length === 1 && name === "" ? own : null
  return isOnlyName({ called, own: name, text: name }, players) ? name : null
}

/** Whoever is called is named, at the table or not: the rules say which. A name is looked for at the table only. */
const playerNamed = (one: string, said: Said, by: Player, state: Naming): PlayerId | null => {
  if (said.called.length > 0) return said.called.find((player) => player !== null) ?? null
  return plainWords(one) === "капитан" ? state.captain : seatNamed(one, by, state.players)
}

/** Others at the table say «отвечу я» too: while they talk, only the captain's words name somebody. */
const name = (said: Said, words: string, by: Player, state: GameState, slash: boolean): GameAction | null => {
  if (!isNaming(state)) return null
  if (!isAsked(state) && by.id !== state.captain && !slash) return null
  const one = named(said, words, by, state)
  if (one === null) return null
  const player = playerNamed(one, said, by, state)
  return player === null ? null : { _tag: "Name", seen: null, player }
}

const minuteWords = new Set([
  "минута",
  "берем минуту",
  "беру минуту",
  "дополнительная минута",
  "доп минута",
  "еще минуту",
  "еще время",
  "minute"
])

const earlyWords = new Set([
  "есть ответ",
  "берем досрочный",
  "беру досрочный",
  "берем досрочный ответ",
  "беру досрочный ответ"
])
const clubWords = new Set(["берем помощь клуба", "беру помощь клуба"])

/** What the others say to each other and only the captain says to the bot. */
const captains = (words: string, by: Player, state: GameState, slash: boolean): GameAction | null => {
  if (state._tag !== "Discussion" && state._tag !== "ClubHelp") return null
  if (earlyWords.has(words) && by.id === state.captain) return { _tag: "Early", seen: null }
  if (clubWords.has(words) && by.id === state.captain) return { _tag: "Club", seen: null }
  const isMinute = minuteWords.has(words) || words === plainWords(moreTime(state.settings))
  return isMinute && (slash || by.id === state.captain) ? { _tag: "Minute", seen: null } : null
}

const playOnWords = "играем дальше"
const noStopWords = new Set([playOnWords, "не останавливать", "не останавливаем"])

/** An answer to «Остановить игру?», the end of a pause, and talk elsewhere. */
const playOn = (words: string, state: GameState, atMs: EpochMs): GameAction | null => {
  if (!noStopWords.has(words)) return null
  const askedAtMs = stopAskedAt(state)
  if (askedAtMs !== null && atMs - askedAtMs <= state.settings.stopConfirmMs)
    return { _tag: "StopAnswer", game: state.game, askedAtMs, yes: false }
  return words === playOnWords && state._tag === "Paused" ? { _tag: "Resume", seen: null } : null
}

const votes: ReadonlyMap<string, boolean> = new Map([
  ["да", true],
  ["за", true],
  ["засчитать", true],
  ["засчитываем", true],
  ["yes", true],
  ["нет", false],
  ["против", false],
  ["не засчитывать", false],
  ["не засчитываем", false],
  ["no", false]
])

/** «Да» is talk, too: it votes only for those who have a vote. */
const vote = (words: string, by: Player, state: GameState): GameAction | null => {
  const yes = votes.get(words)
  if (yes === undefined || (state._tag !== "Vote" && state._tag !== "Appeal")) return null
  return voteRefusalOf(state, by.id) === null ? { _tag: "Vote", seen: null, yes } : null
}

const acts = ({ action, phases }: Command, said: string, state: GameState): boolean =>
  (phases === null || phases.includes(state._tag)) && (!said.includes("?") || asking.has(action._tag))

/** «+» of who sits at the table already is said to the others, between rounds; after the last one, that of anybody. */
const isAgreement = ({ phases }: Command, text: string, by: Player, state: GameState): boolean =>
  phases === open &&
  state._tag === "Verdict" &&
  !text.startsWith("/") &&
  (seated(state, by.id) !== null || isLastRound(state))

/** A word may be one command here and another one there; with a slash where neither acts, it is the one that comes first. */
const saidBy = (words: string, text: string, by: Player, state: GameState): Command | undefined => {
  const all = commandsOf.get(words)?.filter((one) => !isAgreement(one, text, by, state)) ?? []
  return all.find((one) => acts(one, text, state)) ?? all[0]
}

/**
 * `said` is without a call of the bot. What is said to others commands nothing, but may name one of them. `atMs`: when, which is
 * of no matter while nobody plays.
 */
export const commandOf = (said: Said, by: Player, state: GameState, atMs: EpochMs = 0): GameAction | null => {
  const { called, text } = said
  const slash = text.startsWith("/")
  const words = plainWords(text)
  if (words === "") return null
  if (called.length > 0) return !slash && text.includes("?") ? null : name(said, words, by, state, slash)
  const found = saidBy(words, text, by, state)
  if (found !== undefined) return slash || acts(found, text, state) ? found.action : null
  if (text.includes("?") && !slash) return null
  return bareCommand(words, by, state, { slash, atMs }) ?? name(said, words, by, state, slash)
}

const bareCommand = (
  words: string,
  by: Player,
  state: GameState,
  { atMs, slash }: { readonly atMs: EpochMs; readonly slash: boolean }
): GameAction | null =>
  captains(words, by, state, slash) ??
  vote(words, by, state) ??
  playOn(words, state, atMs) ??
  chosenPreset(words) ??
  chosenQuestions(words, state, slash) ??
  start(words, state, slash)
