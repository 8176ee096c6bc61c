import { type Discussion, type GameEvent, type GameState, momentOf, presets } from "@znatoki/engine"
import type { Action } from "@znatoki/chat/action"
import { type ChatInput, PressRef } from "@znatoki/chat/chat-input"
import { hear } from "@znatoki/host/hear"
import {
  choiceKeyboard,
  discussionKeyboard,
  lobbyKeyboard,
  pausedKeyboard,
  verdictKeyboard,
  voteKeyboard
} from "@znatoki/host/keyboards"
import { describe, expect, it } from "vitest"
import { anya, boris, person, stranger, vera } from "./support/people.ts"
import { wrote, type Words } from "./support/words.ts"
import {
  answer,
  appeal,
  choice,
  clubHelp,
  discussion,
  everyState,
  idle,
  lastVerdict,
  lobby,
  lostVerdict,
  paused,
  richDiscussion,
  soloDiscussion,
  states,
  vote,
  wheel
} from "./support/states.ts"

const at = { atMs: 5, seed: 6 }
const heard = (words: Words, state: GameState, by = anya): GameEvent | null => hear(wrote(by, words), at, state).event
const other = { all: "Викторина" }

const talk = { event: null, via: "talk" }

it.each(["", "/ответ"])(
  "the named player's words that came only in part, %j, are told to be so, and mean nothing",
  (text) => {
    const part: ChatInput = { _tag: "Wrote", by: boris, text, action: null, order: 1, cropped: true }
    expect(hear(part, at, answer).event).toEqual({ _tag: "TextSaid", ...at, by: boris.id, text: "", cropped: true })
    expect(hear({ ...part, by: anya }, at, answer)).toEqual(talk)
    expect(hear(part, at, discussion)).toEqual(talk)
  }
)

describe("words", () => {
  it.each([
    ["старт", "Idle", "StartRequested"],
    ["Старт!", "Idle", "StartRequested"],
    ["НАЧАТЬ ИГРУ", "Finished", "StartRequested"],
    ["начать", "Idle", "StartRequested"],
    ["Сыграем ещё!", "Finished", "StartRequested"],
    ["Игра", "Idle", "StartRequested"],
    ["start", "Idle", "StartRequested"],
    ["/start", "Discussion", "StartRequested"],
    ["старт", "Discussion", "StartRequested"],
    ["стоп", "Discussion", "StopRequested"],
    ["Закончить.", "Wheel", "StopRequested"],
    ["stop", "Lobby", "StopRequested"],
    ["/стоп", "Answer", "StopRequested"],
    ["инфо", "Idle", "InfoRequested"],
    ["ин\u{AD}фо", "Idle", "InfoRequested"],
    ["\u{2060}ин\u{200B}фо\u{FEFF}", "Idle", "InfoRequested"],
    ["счёт", "Verdict", "InfoRequested"],
    ["Счет?", "Verdict", "InfoRequested"],
    ["info", "Finished", "InfoRequested"],
    ["помощь", "Choice", "InfoRequested"],
    ["команды", "Choice", "InfoRequested"],
    ["/help", "Choice", "InfoRequested"],
    ["Правила", "Lobby", "InfoRequested"],
    ["я играю", "Lobby", "JoinRequested"],
    ["Я играю!!!", "Verdict", "JoinRequested"],
    ["играю", "Lobby", "JoinRequested"],
    ["я в игре", "Lobby", "JoinRequested"],
    ["+", "Lobby", "JoinRequested"],
    ["ухожу", "Discussion", "LeaveRequested"],
    ["уйти", "Lobby", "LeaveRequested"],
    ["поехали", "Lobby", "GoRequested"],
    ["Погнали 🚀", "Lobby", "GoRequested"],
    ["go", "Lobby", "GoRequested"],
    ["досрочно", "Discussion", "EarlyAnswerRequested"],
    ["Досрочный ответ", "Discussion", "EarlyAnswerRequested"],
    ["Есть ответ!", "Discussion", "EarlyAnswerRequested"],
    ["дальше", "Verdict", "NextRequested"],
    ["Следующий!", "Verdict", "NextRequested"],
    ["/дальше", "Discussion", "NextRequested"],
    ["настройки", "Idle", "InfoRequested"],
    ["Настройки?", "Discussion", "InfoRequested"],
    ["история", "Verdict", "InfoRequested"],
    ["/история", "Discussion", "InfoRequested"],
    ["рейтинг?", "Paused", "InfoRequested"],
    ["пресет быстрая", "Idle", "SettingsChanged"],
    ["Пресет: молния", "Lobby", "SettingsChanged"],
    ["пресет тв", "Discussion", "SettingsChanged"],
    ["минута", "Discussion", "ExtraMinuteRequested"],
    ["Берём минуту!", "Discussion", "ExtraMinuteRequested"],
    ["помощь клуба", "Discussion", "ClubHelpRequested"],
    ["досрочно", "ClubHelp", "EarlyAnswerRequested"],
    ["апелляция!", "Verdict", "AppealRequested"],
    ["пауза", "Discussion", "PauseRequested"],
    ["Пауза", "Lobby", "PauseRequested"],
    ["/пауза", "Answer", "PauseRequested"],
    ["продолжаем", "Paused", "ResumeRequested"],
    ["стоп", "Paused", "StopRequested"],
    ["ухожу", "Paused", "LeaveRequested"],
    ["да", "Appeal", "VoteCast"],
    ["Нет!", "Appeal", "VoteCast"],
    ["засчитать", "Appeal", "VoteCast"],
    ["Не засчитывать", "Appeal", "VoteCast"],
    ["Остановить игру", "Discussion", "StopRequested"],
    ["сколько осталось?", "Discussion", "InfoRequested"],
    ["выйти из игры", "Verdict", "LeaveRequested"],
    ["начинаем!", "Lobby", "GoRequested"],
    ["берём досрочный", "Discussion", "EarlyAnswerRequested"],
    ["берём помощь клуба", "Discussion", "ClubHelpRequested"],
    ["подаём апелляцию", "Verdict", "AppealRequested"],
    ["темп быстрый", "Idle", "SettingsChanged"],
    ["играем!", "Paused", "ResumeRequested"],
    ["играем дальше", "Paused", "ResumeRequested"],
    ["дальше", "Paused", "ResumeRequested"],
    ["/да", "Appeal", "VoteCast"]
  ] as const)("«%s» in %s is a command", (text, phase, tag) => {
    expect(hear(wrote(anya, text), at, states[phase])).toMatchObject({ event: { _tag: tag, ...at }, via: "words" })
  })

  it.each([
    ["старт", "as before"],
    ["начать игру", "as before"],
    ["старт молния", "lightning"],
    ["начать игру быстрая", "quick"],
    ["Старт, классика!", "classic"],
    ["игра тв", "tv"],
    ["начать игру медленная", "slow"],
    ["/start lightning", "lightning"],
    ["начать быструю игру", "quick"],
    ["старт медленная игра", "slow"]
  ] as const)("«%s» opens a table with the numbers %s", (text, preset) => {
    expect(heard(text, idle)).toEqual({
      _tag: "StartRequested",
      ...at,
      by: anya,
      settings: preset === "as before" ? idle.settings : presets[preset],
      seen: null
    })
  })

  it.each([
    ["info", "session"],
    ["счёт", "session"],
    ["help", "help"],
    ["помощь", "help"],
    ["правила", "rules"]
  ] as const)("«%s» asks for %s", (text, topic) => {
    expect(heard(text, wheel)).toEqual({ _tag: "InfoRequested", ...at, by: anya.id, topic })
  })

  it.each(["ин\u00ADфо", "\u200Bинфо\uFEFF", "и\u200Dн\u2060фо", "\u200E/инфо", "инфо\u3164"])(
    "%j looks like «инфо» and is «инфо»",
    (text) => {
      expect(heard(text, wheel)).toEqual({ _tag: "InfoRequested", ...at, by: anya.id, topic: "session" })
    }
  )

  it("never carry a moment, so that they are never of a step that is over", () => {
    const events = ["старт", "стоп", "+", "ухожу", "поехали"].map((text) => heard(text, lobby))
    expect(events.map((event) => (event !== null && "seen" in event ? event.seen : "no such field"))).toEqual([
      null,
      null,
      null,
      null,
      null
    ])
  })
})

describe("talk", () => {
  it.each([
    ["привет", "Idle"],
    ["", "Lobby"],
    ["🦉", "Lobby"],
    [[other, " старт"], "Idle"],
    [["стоп ", other], "Discussion"],
    [["стоп, ", boris], "Discussion"],
    [[{ ...boris, name: "я" }, " играю"], "Lobby"],
    [["отвечает ", { all: "Вера" }], "Choice"],
    ["старт будет завтра", "Idle"],
    ["начать с начала надо", "Idle"],
    ["игра", "Discussion"],
    ["+", "Discussion"],
    ["+", "Verdict"],
    ["сыграем ещё?", "Finished"],
    ["дальше", "Discussion"],
    ["поехали", "Discussion"],
    ["начинаем", "Discussion"],
    ["играем", "Discussion"],
    ["сколько осталось?", "Finished"],
    ["остановить", "Finished"],
    ["поехали?", "Lobby"],
    ["стоп?", "Discussion"],
    ["стоп, а если это вода", "Discussion"],
    ["ухожу", "Idle"],
    ["досрочно", "Verdict"],
    ["отвечает Борис", "Verdict"],
    ["продолжаем", "Discussion"],
    ["пауза", "Idle"],
    ["пауза?", "Discussion"],
    ["минута", "Choice"],
    ["минута прошла", "Discussion"],
    ["пресет", "Idle"],
    ["пресет странный", "Idle"],
    ["апелляция", "Discussion"],
    ["да", "Discussion"],
    ["да", "Vote"],
    ["нет?", "Appeal"],
    ["constructor", "Appeal"],
    ["История!", "Discussion"],
    ["статистика", "Answer"],
    ["лицензия", "Choice"],
    ["часы", "Discussion"],
    ["часы", "Answer"]
  ] as const)("«%j» in %s is nothing to the game", (text, phase) => {
    expect(hear(wrote(anya, text), at, states[phase])).toEqual(talk)
  })

  it("of who does not sit at the table yet may be a wish to sit down between rounds", () => {
    expect(heard("+", states.Verdict, stranger)).toMatchObject({ _tag: "JoinRequested", by: stranger })
    expect(heard("+", lastVerdict, stranger)).toBeNull()
  })

  it("of everybody else while somebody answers is nothing to the game", () => {
    expect(hear(wrote(vera, "а я знаю"), at, answer)).toEqual(talk)
  })
})

describe("at a table that is silent", () => {
  const silent = { ...states.Choice, silentRounds: 1 }

  it("talk tells that somebody is there, and nothing else", () => {
    for (const text of ["ну не знаю", "", "/чужая"]) {
      const event = { _tag: "TextSaid", ...at, by: boris.id, text: "" }
      expect(hear(wrote(boris, text), at, silent)).toEqual({ event, via: "talk" })
    }
  })

  it("talk of those who do not play is nothing to the game, and so is what is said in a lobby", () => {
    expect(hear(wrote(stranger, "ну не знаю"), at, silent)).toEqual(talk)
    expect(hear(wrote(anya, "ну не знаю"), at, states.Lobby)).toEqual(talk)
  })

  it("a command of nobody's is no answer", () => {
    const answering = { ...answer, silentRounds: 1 }
    expect(hear(wrote(boris, "/чужая"), at, answering)).toEqual(talk)
    expect(hear(wrote(anya, "/чужая"), at, answering)).toMatchObject({ event: { _tag: "TextSaid", text: "" } })
  })
})

describe("naming who answers", () => {
  it.each([
    ["отвечает Борис", "Choice", boris],
    ["Отвечает: борис!", "Choice", boris],
    ["отвечает Бор", "Choice", boris],
    [["отвечает ", { ...boris, name: "Боря" }], "Choice", boris],
    [["отвечает ", stranger], "Choice", stranger],
    [["отвечает ", { ...vera, name: "Капитан" }], "Choice", vera],
    ["отвечаю я", "Choice", anya],
    ["отвечу сам", "Choice", anya],
    ["Отвечу сама!", "Discussion", anya],
    ["я отвечу", "Choice", anya],
    ["отвечает капитан", "Choice", anya],
    ["отвечает вера", "Discussion", vera],
    ["Вера отвечает", "Choice", vera],
    ["пусть Вера", "Choice", vera],
    ["Вера, давай!", "Choice", vera],
    ["давай я", "Choice", anya],
    ["Ответит Вера", "Discussion", vera],
    ["пусть ответит Вера", "Choice", vera],
    ["Вера, отвечай!", "Discussion", vera],
    ["пусть Борис отвечает", "Discussion", boris],
    [[vera, ", отвечай"], "Choice", vera],
    ["/отвечает вера", "Choice", vera],
    ["Вера", "Choice", vera],
    [[vera], "Choice", vera],
    [[{ ...vera, name: "Верунчик" }, " !"], "Choice", vera],
    ["я", "Choice", anya]
  ] as const)("«%j» by the captain in %s", (text, phase, player) => {
    expect(heard(text, states[phase])).toEqual({
      _tag: "AnswererNamed",
      ...at,
      by: anya.id,
      player: player.id,
      seen: null
    })
  })

  it.each([
    ["Борис?", "Choice"],
    ["отвечает Борис?", "Choice"],
    ["Бор", "Choice"],
    ["Борис", "Discussion"],
    ["отвечает Никто", "Choice"],
    ["не отвечает", "Discussion"],
    ["давай Вера", "Discussion"],
    ["давай", "Choice"],
    ["Вера не отвечает", "Discussion"],
    ["б отвечает", "Choice"],
    [["стоп, ", boris, " отвечает"], "Discussion"],
    ["отвечает", "Choice"],
    ["отвечает", "Discussion"]
  ] as const)("«%j» in %s names nobody", (text, phase) => {
    expect(heard(text, states[phase])).toBeNull()
  })

  it("a beginning that fits two players names neither, a whole name names its owner", () => {
    const ann = person("4", "Анна Белова")
    const anna = person("5", "Аннабель Чернова")
    const twins = { ...choice, players: [anya, ann, anna] as const }
    expect(heard("отвечает анн", twins)).toBeNull()
    expect(heard("отвечает анна", twins)).toMatchObject({ player: ann.id })
    expect(heard("отвечает чернова", twins)).toMatchObject({ player: anna.id })
  })

  it("of two of one name each is named by the number on the button", () => {
    const another = person("4", "Вера")
    const namesakes = { ...choice, players: [anya, vera, another] as const }
    const named = choiceKeyboard(namesakes)
      .rows.flat()
      .map(({ label }) => heard(label, namesakes))
    expect(named).toMatchObject([{ player: anya.id }, { player: vera.id }, { player: another.id }])
    expect(heard("отвечает Вера 2", namesakes)).toMatchObject({ player: another.id })
    expect(heard("Вера", namesakes)).toBeNull()
  })

  it("what nobody sees in a name or in the words that call it is no part of it", () => {
    const alla = person("4", "А\u00ADлла")
    expect(heard("отвечает Ал\u200Bла", { ...choice, players: [anya, alla] })).toMatchObject({ player: alla.id })
  })

  it("ё and е are one letter", () => {
    const alyona = person("4", "Алёна")
    expect(heard("отвечает Алена", { ...choice, players: [anya, alyona] })).toMatchObject({ player: alyona.id })
  })

  it.each([
    ["Вера", vera],
    ["отвечает Борис", boris],
    ["я", anya]
  ] as const)("«%s» names who plays a super-blitz", (text, player) => {
    expect(heard(text, states.SoloChoice)).toMatchObject({ _tag: "AnswererNamed", player: player.id })
  })

  it("others who offer themselves in the discussion are talking", () => {
    expect(heard("отвечу я", discussion, boris)).toBeNull()
    expect(heard("есть ответ", discussion, boris)).toBeNull()
    expect(heard("Вера", choice, boris)).toBeNull()
    expect(heard("минута", discussion, boris)).toBeNull()
  })
})

describe("the one who answers", () => {
  it.each(["Старт", "правила", "стоп", "стоп!", "инфо", "дальше", "+", "Отвечает Борис", "часы?"])(
    "says «%s», and that is the answer",
    (text) => {
      expect(hear(wrote(boris, text), at, answer)).toEqual({
        event: { _tag: "TextSaid", ...at, by: boris.id, text },
        via: "talk"
      })
    }
  )

  it("may begin with /ответ where only slashes are heard", () => {
    expect(heard("/ответ Пушкин", answer, boris)).toMatchObject({ _tag: "TextSaid", text: "Пушкин" })
  })

  it.each([
    [["Матфей ", other], "Матфей"],
    [[vera, ", Пушкин"], "Пушкин"],
    [[vera, ", Пушкин ", stranger, ", да"], "Пушкин , да"],
    [[other, " Пушкин"], "Пушкин"],
    [["/ответ Пушкин ", vera], "Пушкин"],
    [["/ответ ", vera, ", Пушкин"], "Пушкин"],
    ["\u200E/ответ Пуш\u00ADкин", "Пушкин"],
    ["a@all.ru", "a@all.ru"],
    [", и", ", и"]
  ] as const)("«%j» is judged as «%s»: who is called is no part of it", (text, said) => {
    expect(heard(text, answer, boris)).toMatchObject({ _tag: "TextSaid", text: said })
  })

  it.each([
    ["/старт", "StartRequested"],
    ["/стоп", "StopRequested"],
    ["/Правила", "InfoRequested"],
    ["/ухожу", "LeaveRequested"]
  ])("commands with «%s»", (text, tag) => {
    expect(hear(wrote(boris, text), at, answer)).toMatchObject({ event: { _tag: tag }, via: "words" })
  })

  it.each([
    "",
    "   ",
    "\u00AD",
    "\u3164\u200B",
    [other],
    [{ ...vera, name: "Пушкин" }, "\u00AD"],
    "/ответ",
    ["/ответ ", vera]
  ])("has said nothing with «%j», and the game is told so", (text) => {
    expect(heard(text, answer, boris)).toMatchObject({ _tag: "TextSaid", text: "" })
  })

  it.each(["/", "/стпо"])("has not answered with «%s»", (text) => {
    expect(heard(text, answer, boris)).toBeNull()
  })

  it("who taps a button under the input means the button", () => {
    expect(hear({ ...wrote(boris, "Правила"), action: { _tag: "Rules" } }, at, answer)).toEqual({
      event: { _tag: "InfoRequested", ...at, by: boris.id, topic: "rules" },
      via: "words"
    })
  })
})

const pressed = (action: Action): ChatInput => ({ _tag: "Pressed", by: anya, action, press: PressRef.make("p") })

describe("what stands on a button", () => {
  const ofSoloist: Discussion = { ...soloDiscussion, reserves: discussion.reserves }
  const quickDiscussion: Discussion = { ...richDiscussion, settings: presets.quick }
  it.each([
    ["a lobby", lobby, lobbyKeyboard(lobby), anya],
    ["a discussion", richDiscussion, discussionKeyboard(richDiscussion), anya],
    ["a quick discussion", quickDiscussion, discussionKeyboard(quickDiscussion), anya],
    ["a super-blitz", ofSoloist, discussionKeyboard(ofSoloist), boris],
    ["the club's help", clubHelp, discussionKeyboard(clubHelp), anya],
    ["a choice", choice, choiceKeyboard(choice), anya],
    ["a vote", vote, voteKeyboard(vote), vera],
    ["an appeal", appeal, voteKeyboard(appeal), anya],
    ["a pause", paused, pausedKeyboard(paused), anya],
    ["a lost round", lostVerdict, verdictKeyboard(lostVerdict), anya],
    ["the last round", lastVerdict, verdictKeyboard(lastVerdict), anya]
  ] as const)("of %s may be written too", (_, state, keyboard, by) => {
    for (const { action, label } of keyboard.rows.flat()) {
      const { event: written } = hear(wrote(by, label), at, state)
      const { event: pressed } = hear({ _tag: "Pressed", by, action, press: PressRef.make("p") }, at, state)
      expect({ label, event: written }).toEqual({ label, event: { ...pressed, seen: null } })
    }
  })

  it("that asks whether to stop may be written too", () => {
    expect(heard("Остановить", { ...discussion, stopAskedAtMs: 3 })).toMatchObject({ _tag: "StopRequested" })
  })
})

describe("votes in words", () => {
  it("count for who has a vote; the rest is talk", () => {
    expect(heard("да", states.Vote, vera)).toMatchObject({ _tag: "VoteCast", yes: true })
    expect(heard("против", states.Vote, stranger)).toMatchObject({ _tag: "VoteCast", yes: false })
    expect(heard("да", states.Vote, anya)).toBeNull()
    expect(heard("да", states.Vote, boris)).toBeNull()
    const ofTable = { ...states.Vote, settings: { ...states.Vote.settings, voters: "table" as const } }
    expect(heard("да", ofTable, stranger)).toBeNull()
  })
})

describe("presses and comings and goings", () => {
  const seen = momentOf(discussion)
  it.each([
    [
      { _tag: "Join", seen },
      { _tag: "JoinRequested", ...at, by: anya, seen }
    ],
    [
      { _tag: "Leave", seen },
      { _tag: "LeaveRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Go", seen },
      { _tag: "GoRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Early", seen },
      { _tag: "EarlyAnswerRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Next", seen },
      { _tag: "NextRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Name", seen, player: vera.id },
      { _tag: "AnswererNamed", ...at, by: anya.id, player: vera.id, seen }
    ],
    [
      { _tag: "Minute", seen },
      { _tag: "ExtraMinuteRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Club", seen },
      { _tag: "ClubHelpRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Vote", seen, yes: true },
      { _tag: "VoteCast", ...at, by: anya.id, yes: true, seen }
    ],
    [
      { _tag: "Appeal", seen },
      { _tag: "AppealRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Pause", seen },
      { _tag: "PauseRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Resume", seen },
      { _tag: "ResumeRequested", ...at, by: anya.id, seen }
    ],
    [
      { _tag: "Preset", seen, preset: "slow" },
      { _tag: "SettingsChanged", ...at, by: anya.id, settings: presets.slow, seen }
    ],
    [{ _tag: "Settings" }, { _tag: "InfoRequested", ...at, by: anya.id, topic: "settings" }],
    [{ _tag: "Stop" }, { _tag: "StopRequested", ...at, by: anya.id, seen: null }],
    [
      { _tag: "StopAnswer", game: 1, askedAtMs: 3, yes: true },
      { _tag: "StopAnswered", ...at, by: anya.id, game: 1, askedAtMs: 3, yes: true }
    ],
    [{ _tag: "Info" }, { _tag: "InfoRequested", ...at, by: anya.id, topic: "session" }],
    [{ _tag: "Help" }, { _tag: "InfoRequested", ...at, by: anya.id, topic: "help" }],
    [{ _tag: "Licences" }, { _tag: "InfoRequested", ...at, by: anya.id, topic: "licences" }],
    [{ _tag: "Rules" }, { _tag: "InfoRequested", ...at, by: anya.id, topic: "rules" }],
    [
      { _tag: "Start", preset: "quick" },
      { _tag: "StartRequested", ...at, by: anya, settings: presets.quick, seen: null }
    ]
  ] as const)("a press of $0._tag is its event in every phase", (action, event) => {
    for (const state of everyState) expect(hear(pressed(action), at, state)).toEqual({ event, via: "press" })
  })

  it("who leaves the conversation is gone from the game", () => {
    expect(hear({ _tag: "Gone", player: vera.id }, at, states.Lobby)).toEqual({
      event: { _tag: "PlayerGone", ...at, player: vera.id },
      via: "talk"
    })
  })

  it("who puts the bot out holds the game, and who adds it again lets it go on, without a welcome", () => {
    expect(hear({ _tag: "Removed" }, at, states.Answer)).toEqual({ event: { _tag: "HostGone", ...at }, via: "talk" })
    const held: GameState = { ...states.Paused, why: "host gone" }
    const event = { _tag: "HostReturned", ...at }
    expect(hear({ _tag: "Invited", by: anya }, at, held)).toEqual({ event, via: "words" })
  })

  it("a game after one that is over has the settings chosen since, else the same again", () => {
    expect(heard("старт", states.Finished)).toMatchObject({ settings: states.Finished.settings })
    expect(heard("старт", { ...states.Finished, nextSettings: presets.quick })).toMatchObject({
      settings: presets.quick
    })
  })

  it("«играем дальше» answers the question whether to stop, and is talk where nobody asked", () => {
    expect(heard("Играем дальше!", states.Discussion)).toBeNull()
    const asked: GameState = { ...states.Paused, held: { ...discussion, stopAskedAtMs: 3 } }
    const event = { _tag: "StopAnswered", ...at, by: anya.id, game: asked.game, askedAtMs: 3, yes: false }
    expect(heard("Играем дальше!", asked)).toEqual(event)
    expect(heard("Не останавливать", asked)).toEqual(event)
    expect(heard("не останавливать", states.Paused)).toBeNull()
  })

  it("«играем дальше» long after nobody answered it is talk", () => {
    const asked: GameState = { ...discussion, stopAskedAtMs: 3 }
    const late = { ...at, atMs: 3 + asked.settings.stopConfirmMs + 1 }
    expect(hear(wrote(anya, "Играем дальше!"), late, asked)).toEqual(talk)
    expect(hear(wrote(anya, "Играем дальше!"), { ...late, atMs: late.atMs - 1 }, asked)).toMatchObject({
      event: { _tag: "StopAnswered", yes: false }
    })
  })

  it("whoever adds the bot is welcomed", () => {
    expect(hear({ _tag: "Invited", by: anya }, at, idle)).toEqual({
      event: { _tag: "InfoRequested", ...at, by: anya.id, topic: "welcome" },
      via: "words"
    })
  })
})
