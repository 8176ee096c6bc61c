/** Every effect in every state it can come in, with the calls it comes in. */
import {
  type EffectOf,
  type GameEffect,
  type GameState,
  type Judgement,
  presets,
  type SectorKind
} from "@znatoki/engine"
import { anya, boris, stranger, vera } from "./people.ts"
import { bareQuestion, fullQuestion } from "./questions.ts"
import {
  answer,
  appeal,
  blitzDiscussion,
  choice,
  clubHelp,
  discussion,
  everyState,
  finished,
  idle,
  lastVerdict,
  lobby,
  lostVerdict,
  paused,
  richDiscussion,
  soloChoice,
  soloDiscussion,
  verdict,
  vote,
  wheel
} from "./states.ts"

export interface Call {
  readonly name: string
  readonly state: GameState
  readonly effects: ReadonlyArray<GameEffect>
}

const call = (name: string, state: GameState, ...effects: ReadonlyArray<GameEffect>): Call => ({ name, state, effects })

const judged = (
  given: string | null,
  judgement: Judgement | null,
  score = { team: 2, bot: 0 },
  round = 2
): GameEffect => ({
  _tag: "RoundJudged",
  round,
  question: fullQuestion,
  blitz: null,
  answerer: boris,
  given,
  judgement,
  point: judgement?.verdict === "accepted" ? "team" : "bot",
  score
})
const judgement = (verdict: Judgement["verdict"], reason: Judgement["reason"]): Judgement => ({
  verdict,
  reason,
  matched: null
})

const asked: GameEffect = {
  _tag: "QuestionAsked",
  round: 2,
  question: fullQuestion,
  blitz: null,
  captain: anya,
  endsAtMs: discussion.endsAtMs
}
const over = (state: typeof finished): GameEffect => ({ ...state, _tag: "GameFinished" })
/** Who got the point, round by round. */
const endedWith = (rights: ReadonlyArray<boolean>): GameEffect => {
  const team = rights.filter((right) => right).length
  const [result] = finished.results
  const results = result === undefined ? [] : rights.map((right) => ({ ...result, right }))
  return { ...over(finished), results, score: { team, bot: rights.length - team } } as GameEffect
}
const left: GameEffect = { _tag: "SeatsChanged", change: "left", player: stranger }
const joined: GameEffect = { _tag: "SeatsChanged", change: "joined", player: vera }
/** In all but the first and the last phase, something is left. */
const shown = (topic: EffectOf<"InfoShown">["topic"], leftMs: number | null = 21_000): GameEffect => ({
  _tag: "InfoShown",
  topic,
  leftMs
})
const captainChanged: GameEffect = { _tag: "CaptainChanged", left: stranger, captain: anya }
const silent = { ...finished, players: [], captain: null, results: [], score: { team: 0, bot: 0 } }

const opening: ReadonlyArray<Call> = [
  call("открыт стол", lobby, { _tag: "LobbyOpened", by: anya }),
  call("сел за стол", lobby, joined),
  call("вышел из-за стола", lobby, left),
  call(
    "начало без вопроса",
    wheel,
    { _tag: "GameStarted", captain: anya },
    { _tag: "QuestionWanted", round: 1, place: 1 }
  ),
  call(
    "начало с вопросом",
    { ...discussion, round: 1, score: { team: 0, bot: 0 } },
    { _tag: "GameStarted", captain: anya },
    { _tag: "QuestionWanted", round: 1, place: 1 },
    { ...asked, round: 1, question: bareQuestion }
  ),
  call("начало одного", { ...wheel, players: [anya] }, { _tag: "GameStarted", captain: anya }),
  call(
    "начало, а вопросов нет",
    { ...silent, reason: "no questions", players: [anya] },
    { _tag: "GameStarted", captain: anya },
    { _tag: "QuestionWanted", round: 1, place: 1 },
    over({ ...silent, reason: "no questions", players: [anya] })
  )
]

const round: ReadonlyArray<Call> = [
  call("вопрос", discussion, { _tag: "QuestionWanted", round: 2, place: 1 }, asked),
  call(
    "вопрос, играют до 6 очков",
    { ...discussion, settings: { ...discussion.settings, rounds: null, pointsToWin: 6 } },
    {
      ...asked,
      question: bareQuestion
    }
  ),
  call("скоро конец обсуждения", discussion, { _tag: "TimeRunningOut", leftMs: 10_000 }),
  call("время вышло", choice, { _tag: "AnswererWanted", captain: anya, early: false }),
  call("досрочно", { ...choice, early: true }, { _tag: "AnswererWanted", captain: anya, early: true }),
  call("капитан назвал", answer, { _tag: "AnswerWanted", answerer: boris, chosen: "captain" }),
  call("наклейка вместо ответа", answer, { _tag: "TextWanted", answerer: boris, why: "no words" }),
  call("ответ дошёл не целиком", answer, { _tag: "TextWanted", answerer: boris, why: "cropped" }),
  call("капитан промолчал", answer, { _tag: "AnswerWanted", answerer: boris, chosen: "captain silent" }),
  call("отвечающий ушёл", answer, left, { _tag: "AnswerWanted", answerer: boris, chosen: "answerer left" }),
  call("ушёл капитан, он же отвечающий", answer, left, captainChanged, {
    _tag: "AnswerWanted",
    answerer: boris,
    chosen: "answerer left"
  }),
  call("капитан ушёл из обсуждения", discussion, left, captainChanged),
  call("капитан ушёл, не назвав отвечающего", choice, left, captainChanged),
  call("ушли из обсуждения", discussion, left),
  call("между раундами сели", verdict, joined),
  call("между раундами ушли", verdict, left)
]

const verdicts: ReadonlyArray<Call> = [
  call("верно", verdict, judged("часы", judgement("accepted", "exact"))),
  call("верно с опечаткой", verdict, judged("чясы «кремлёвские»", judgement("accepted", "typo"))),
  call("неверно", verdict, judged("термометр", judgement("rejected", "other"))),
  call("список догадок", verdict, judged("часы или термометр", judgement("rejected", "list of guesses"))),
  call("спорно", verdict, judged("старые часы", judgement("disputed", "extra words"))),
  call("молчание", verdict, judged(null, null)),
  call("последний раунд", lastVerdict, judged("часы", judgement("accepted", "exact"), { team: 4, bot: 3 }, 7)),
  call(
    "последний раунд и сразу итоги",
    finished,
    judged("часы", judgement("accepted", "exact"), finished.score),
    over(finished)
  )
]

const spun = (kind: SectorKind, stopped = 7): GameEffect => ({ _tag: "WheelSpun", round: 2, stopped, sector: 7, kind })
const second = { question: 2, of: 3, solo: true }
const askedInBlitz: GameEffect = { ...asked, question: bareQuestion, blitz: second }
const soloist = (chosen: "captain" | "captain silent" | "soloist left"): GameEffect => ({
  _tag: "SoloistNamed",
  soloist: boris,
  chosen
})
const goesOn: GameEffect = {
  _tag: "BlitzGoesOn",
  round: 2,
  question: fullQuestion,
  blitz: { question: 1, of: 3, solo: false },
  answerer: boris,
  given: "часы",
  judgement: judgement("accepted", "exact")
}
const judgedBlitz = (right: boolean, question: number): GameEffect => ({
  _tag: "RoundJudged",
  round: 2,
  question: bareQuestion,
  blitz: { question, of: 3, solo: false },
  answerer: boris,
  given: right ? "Меркурий" : "Венера",
  judgement: judgement(right ? "accepted" : "rejected", right ? "exact" : "other"),
  point: right ? "team" : "bot",
  score: right ? { team: 2, bot: 0 } : { team: 1, bot: 1 }
})

const series: ReadonlyArray<Call> = [
  call("колесо и вопрос", richDiscussion, spun("ordinary"), { _tag: "QuestionWanted", round: 2, place: 1 }, asked),
  call("колесо на сыгранном секторе", wheel, spun("ordinary", 5)),
  call("колесо на блице", { ...wheel, settings: presets.tv }, spun("blitz")),
  call("колесо на суперблице", soloChoice, spun("super-blitz"), { _tag: "SoloistWanted", captain: anya }),
  call("капитан назвал, кто играет один", soloDiscussion, soloist("captain"), askedInBlitz),
  call("капитан не назвал, кто играет один", wheel, soloist("captain silent")),
  call("игравший один ушёл", soloDiscussion, left, soloist("soloist left")),
  call("капитан ушёл, не назвав, кто играет один", soloChoice, left, captainChanged),
  call("блиц продолжается", blitzDiscussion, goesOn, { _tag: "QuestionWanted", round: 2, place: 2 }, askedInBlitz),
  call("блиц выигран", verdict, judgedBlitz(true, 3)),
  call("блиц проигран", lostVerdict, judgedBlitz(false, 2))
]

const help: ReadonlyArray<Call> = [
  call("дополнительная минута, последняя", discussion, {
    _tag: "ExtraMinuteSpent",
    addedMs: 60_000,
    endsAtMs: 1_220_000,
    left: 0
  }),
  call("дополнительная минута, не последняя", richDiscussion, {
    _tag: "ExtraMinuteSpent",
    addedMs: 30_000,
    endsAtMs: 1_220_000,
    left: 2
  }),
  call(
    "досрочный ответ верен",
    { ...verdict, reserves: { ...verdict.reserves, extraMinutes: 1 } },
    judged("часы", judgement("accepted", "exact")),
    { _tag: "ExtraMinuteEarned", inHand: 1 }
  ),
  call("помощь клуба", clubHelp, { _tag: "ClubHelpAsked", captain: anya, endsAtMs: 1_150_000 }),
  call(
    "клуб помог",
    { ...richDiscussion, helped: true, reserves: { ...richDiscussion.reserves, clubHelps: 0 } },
    { _tag: "ClubHelpEnded", leftMs: 25_000, endsAtMs: 1_175_000 }
  )
]

const disputed = {
  round: 2,
  question: fullQuestion,
  blitz: null,
  answerer: boris,
  given: "старые часы",
  judgement: judgement("disputed", "extra words")
}
const closed = (accepted: boolean, yes: number, no: number): GameEffect => ({ _tag: "VoteClosed", accepted, yes, no })
const filed = (endsAtMs: number | null): GameEffect => ({
  _tag: "AppealFiled",
  round: 2,
  captain: anya,
  given: "часики",
  endsAtMs
})
const corrected: GameEffect = {
  _tag: "ScoreCorrected",
  round: 2,
  question: fullQuestion.id,
  given: "часики",
  score: { team: 2, bot: 0 }
}
const ruledBy = (accepted: boolean, votes: { readonly yes: number; readonly no: number } | null): GameEffect => ({
  _tag: "AppealRuled",
  round: 2,
  by: votes === null ? "admin" : "table",
  accepted,
  votes
})

const votes: ReadonlyArray<Call> = [
  call("спорно, голосование", { ...vote, ballots: [] }, { _tag: "VoteOpened", ...disputed, endsAtMs: 1_240_000 }),
  call("ответ с тем, что требует лицензия", lostVerdict, {
    ...disputed,
    _tag: "RoundJudged",
    question: { ...fullQuestion, credit: "Вопрос из базы db.chgk.info" },
    point: "bot",
    score: { team: 1, bot: 1 }
  }),
  call("голос", vote, { _tag: "VoteTaken", by: anya.id, yes: 1, no: 0, left: 2 }),
  call("стол засчитал", verdict, closed(true, 2, 1), {
    ...disputed,
    _tag: "RoundJudged",
    point: "team",
    score: { team: 2, bot: 0 }
  }),
  call("стол не засчитал", lostVerdict, closed(false, 1, 1), {
    ...disputed,
    _tag: "RoundJudged",
    point: "bot",
    score: { team: 1, bot: 1 }
  }),
  call("никто не проголосовал", lostVerdict, closed(false, 0, 0), {
    ...disputed,
    _tag: "RoundJudged",
    point: "bot",
    score: { team: 1, bot: 1 }
  }),
  call("проигранный раунд можно оспорить", lostVerdict, judged("часики", judgement("rejected", "other"))),
  call("апелляция", appeal, filed(1_250_000)),
  call(
    "голос по апелляции",
    { ...appeal, ballots: [{ by: anya.id, yes: false }] },
    {
      _tag: "VoteTaken",
      by: anya.id,
      yes: 0,
      no: 1,
      left: 2
    }
  ),
  call("апелляция принята столом", verdict, ruledBy(true, { yes: 2, no: 1 }), corrected),
  call("апелляция отклонена столом", lostVerdict, ruledBy(false, { yes: 0, no: 2 })),
  call("апелляция администратору", lostVerdict, filed(null)),
  call("администратор принял апелляцию в игре", discussion, ruledBy(true, null), corrected),
  call("администратор принял апелляцию после игры", finished, ruledBy(true, null), corrected),
  call("администратор отклонил апелляцию", finished, ruledBy(false, null))
]

const pauses: ReadonlyArray<Call> = [
  call("пауза от тишины", paused, { _tag: "GamePaused", why: "silence", by: null }),
  call(
    "пауза от тишины в один раунд",
    { ...paused, settings: { ...paused.settings, silentRoundsMax: 1 } },
    { _tag: "GamePaused", why: "silence", by: null }
  ),
  call("продолжаем после тишины", verdict, { _tag: "GameResumed", by: boris, leftMs: 0 }),
  call("бота исключили", { ...paused, why: "host gone" }, { _tag: "GamePaused", why: "host gone", by: null }),
  ...[lobby, discussion, verdict].map((state) =>
    call(`бот вернулся, ${state._tag}`, state, { _tag: "GameResumed", by: null, leftMs: 21_000 })
  ),
  call("бот вернулся в паузу", paused, { _tag: "PauseGoesOn", why: "asked" }),
  call("пауза", paused, { _tag: "GamePaused", why: "asked", by: boris }),
  ...[lobby, soloChoice, wheel, discussion, clubHelp, choice, answer, vote, verdict, appeal].map((state) =>
    call(`продолжаем, ${state._tag}`, state, { _tag: "GameResumed", by: boris, leftMs: 21_000 })
  ),
  call("забытая пауза", { ...finished, reason: "paused too long" }, over({ ...finished, reason: "paused too long" })),
  call("пауза на сборе стола, инфо", { ...paused, held: lobby }, shown("session")),
  call("пауза после последнего раунда, инфо", { ...paused, held: lastVerdict }, shown("session")),
  call("время вышло, инфо", answer, shown("session", 0)),
  call("ушли в паузу", paused, left)
]

const chosen: GameEffect = { _tag: "SettingsChosen", by: anya.id, settings: presets.quick }
const settings: ReadonlyArray<Call> = [
  call("настройки выбраны до первой игры", { ...idle, settings: presets.quick }, chosen),
  call("настройки выбраны на сборе стола", { ...lobby, settings: presets.quick }, chosen),
  call("настройки выбраны после игры", { ...finished, nextSettings: presets.quick }, chosen),
  call("настройки тв", { ...idle, settings: presets.tv }, shown("settings")),
  call(
    "настройки без новых правил",
    {
      ...idle,
      settings: { ...presets.classic, extraMinutesMax: 0, voteMs: 0, appeals: 0 }
    },
    shown("settings")
  ),
  call("настройки посреди игры", choice, shown("settings")),
  call(
    "апелляция ещё открыта",
    {
      ...finished,
      results: finished.results.map((result) => ({ ...result, appeal: "open" as const }))
    },
    shown("session")
  )
]

const ends: ReadonlyArray<Call> = [
  ...[lobby, discussion, paused].map((state) =>
    call(`остановить?, ${state._tag}`, state, {
      _tag: "StopAsked",
      by: stranger.id,
      askedAtMs: 1_120_000,
      endsAtMs: 1_135_000
    })
  ),
  call("играем дальше", discussion, { _tag: "StopDeclined", by: stranger.id }),
  call("один за столом отвечает вовремя", answer, { _tag: "AnswerWanted", answerer: boris, chosen: "alone" }),
  call(
    "один за столом отвечает досрочно",
    { ...answer, early: true },
    { _tag: "AnswerWanted", answerer: boris, chosen: "alone" }
  ),
  call("за столом остался один", answer, left, { _tag: "AnswerWanted", answerer: boris, chosen: "alone" }),
  call("один за столом играет суперблиц", soloDiscussion, { _tag: "SoloistNamed", soloist: boris, chosen: "alone" }),
  call("победа знатоков", finished, over(finished)),
  call("сухая победа", finished, endedWith([true, true, true])),
  call("волевая победа", finished, endedWith([false, false, true, false, true, true, true])),
  call("бот отыгрался", finished, endedWith([true, true, false, false, false])),
  call("победа на одно очко", finished, endedWith([false, true, true])),
  call("последний раунд", { ...discussion, round: 7, score: { team: 4, bot: 2 } }, { ...asked, round: 7 }),
  call("решающий раунд", { ...discussion, round: 7, score: { team: 3, bot: 3 } }, { ...asked, round: 7 }),
  call(
    "решающий раунд при счёте 5 : 5",
    { ...discussion, settings: presets.tv, round: 11, score: { team: 5, bot: 5 } },
    { ...asked, round: 11 }
  ),
  call("решающий ответ", lastVerdict, judged("часы", judgement("accepted", "exact"), lastVerdict.score, 7)),
  call("решающего ответа нет", lastVerdict, judged(null, null, { team: 3, bot: 4 }, 7)),
  call(
    "последний ответ, когда всё ясно",
    lastVerdict,
    judged("часы", judgement("accepted", "exact"), { team: 5, bot: 2 }, 7)
  ),
  call("победа бота", finished, over({ ...finished, score: { team: 1, bot: 3 } })),
  call("ничья", finished, over({ ...finished, score: { team: 2, bot: 2 } })),
  call("игру остановили", finished, over({ ...finished, reason: "stopped" })),
  call("вопросы кончились", finished, over({ ...finished, reason: "no questions" })),
  call(
    "все ушли",
    { ...silent, reason: "table empty" },
    left,
    over({ ...finished, players: [], reason: "table empty" })
  ),
  call("стол распустили", { ...silent, reason: "stopped" }, over({ ...silent, players: [anya], reason: "stopped" })),
  call(
    "все вышли из-за стола до начала",
    { ...silent, reason: "table empty" },
    left,
    over({ ...silent, reason: "table empty" })
  ),
  call("один игрок", finished, over({ ...finished, players: [boris], results: verdict.results }))
]

const anytime: ReadonlyArray<Call> = [
  ...everyState.flatMap((state) =>
    (["session", "help", "rules", "welcome"] as const)
      .filter((topic) => topic === "session" || state._tag === "Idle" || (topic === "help" && state._tag === "Verdict"))
      .map((topic) => call(`${topic} в ${state._tag}`, state, shown(topic, "deadline" in state ? 43_000 : null)))
  ),
  ...[idle, lobby, wheel, discussion, choice, answer, verdict, finished].map((state) =>
    call(`бот пропадал, ${state._tag}`, state, { _tag: "TimeGivenBack", lostMs: 12_000, endsAtMs: 2_000_000 })
  ),
  call(
    "таймеры",
    verdict,
    { _tag: "TimerSet", timer: "2/verdict", atMs: 5 },
    { _tag: "TimerCleared", timer: "2/verdict" }
  )
]

export const calls: ReadonlyArray<Call> = [
  ...opening,
  ...round,
  ...verdicts,
  ...series,
  ...help,
  ...votes,
  ...pauses,
  ...settings,
  ...ends,
  ...anytime
]
