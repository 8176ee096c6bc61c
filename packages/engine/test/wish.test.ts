import { describe, expect, it } from "vitest"
import { decodeEvent } from "../src/decode-event.ts"
import type { EventOf, GameEvent } from "../src/game-event.ts"
import { reduce } from "../src/reduce.ts"
import { presets } from "../src/settings.ts"
import { decodeSnapshot } from "../src/snapshot.ts"
import { decodeWish, Wish } from "../src/wish.ts"
import { after, ann, bob, expectPhase, scene } from "./scene.ts"

const sent = { by: bob, atMs: 90_000, seed: 7 }

/** What reading `value` made, or the word that it is broken. */
const wished = (value: unknown): GameEvent | "Broken" => {
  const read = decodeWish(value, sent)
  return read._tag === "Ok" ? read.event : read._tag
}

type PersonsEvent = Extract<GameEvent, { readonly by: unknown }>["_tag"]
/** Does not compile if people's events and wishes are not the same. */
const both: { readonly [Tag in PersonsEvent | Wish["_tag"]]: Tag extends PersonsEvent & Wish["_tag"] ? true : false } =
  {
    StartRequested: true,
    SettingsChanged: true,
    JoinRequested: true,
    LeaveRequested: true,
    GoRequested: true,
    EarlyAnswerRequested: true,
    ExtraMinuteRequested: true,
    ClubHelpRequested: true,
    AnswererNamed: true,
    TextSaid: true,
    VoteCast: true,
    AppealRequested: true,
    NextRequested: true,
    PauseRequested: true,
    ResumeRequested: true,
    StopRequested: true,
    StopAnswered: true,
    InfoRequested: true
  }

describe("a wish", () => {
  it("is an event of a person, and nothing else is one", () => {
    expect(Object.keys(Wish.cases).toSorted()).toEqual(Object.keys(both).toSorted())
  })

  it("becomes an event of who sent it, when it came", () => {
    expect(wished({ _tag: "GoRequested" })).toEqual({ _tag: "GoRequested", ...sent, by: bob.id, seen: null })
    expect(wished({ _tag: "JoinRequested" })).toEqual({ _tag: "JoinRequested", ...sent, seen: null })
    expect(wished({ _tag: "StartRequested", settings: presets.quick })).toEqual({
      _tag: "StartRequested",
      ...sent,
      seen: null,
      settings: presets.quick
    })
    expect(wished({ _tag: "InfoRequested", topic: "rules" })).toEqual({
      _tag: "InfoRequested",
      ...sent,
      by: bob.id,
      topic: "rules"
    })
    const seen = { game: 1, round: 2, phase: "Vote" }
    expect(wished({ _tag: "VoteCast", yes: true, seen })).toMatchObject({ by: bob.id, yes: true, seen })
  })

  it("is sound whatever the program says of it", () => {
    const read = decodeWish({ _tag: "JoinRequested" }, { by: { ...bob, name: "" }, atMs: 1.5, seed: NaN })
    expect(read).toEqual({
      _tag: "Ok",
      event: { _tag: "JoinRequested", by: { id: "bob", name: "bob" }, atMs: 1, seed: 0, seen: null }
    })
  })

  it.each<GameEvent["_tag"]>([
    "PlayerGone",
    "QuestionDrawn",
    "QuestionsExhausted",
    "RulingMade",
    "TimerFired",
    "OutageEnded",
    "HostGone",
    "HostReturned"
  ])("is never %s", (_tag) => {
    const everything = {
      _tag,
      game: 1,
      round: 1,
      place: 1,
      accepted: true,
      lostMs: 1,
      timer: "1/answer",
      player: "ann",
      atMs: 1,
      seed: 1
    }
    expect(wished(everything)).toBe("Broken")
  })

  it.each([
    undefined,
    null,
    7,
    "GoRequested",
    [],
    {},
    { _tag: "constructor" },
    { _tag: "__proto__" },
    { _tag: ["GoRequested"] }
  ])("is not %o", (value) => {
    expect(wished(value)).toBe("Broken")
  })
})

describe("whoever sends what nests without end", () => {
  it("is answered that it is broken, whichever way it came in", () => {
    const text = `${"[".repeat(50_000)}${"]".repeat(50_000)}`
    const deep: unknown = JSON.parse(text)
    for (const value of [
      deep,
      { _tag: deep },
      { _tag: "TextSaid", text: deep },
      { _tag: "VoteCast", yes: true, seen: deep }
    ]) {
      expect(wished(value)).toBe("Broken")
      expect(decodeEvent(value)._tag).toBe("Broken")
    }
    expect(decodeSnapshot(`{"v":3,"s":${text}}`)._tag).toBe("Broken")
    expect(decodeSnapshot(`{"v":3,"s":{"_tag":"Idle","game":0,"settings":${text}}}`)._tag).toBe("Broken")
  })
})

describe("whoever cheats", () => {
  const { answer, choice } = scene()
  const judgement = { verdict: "accepted", reason: "exact", matched: "четыре" }

  it("brings no verdict on the answer", () => {
    const said = wished({ _tag: "TextSaid", text: "пять", judgement })
    expect(said).toEqual({ _tag: "TextSaid", ...sent, by: bob.id, text: "пять" })
    expect(said !== "Broken" && after(answer, said)).toMatchObject({ score: { team: 0, bot: 1 } })
  })

  it("speaks for nobody else, at no other time and with no other dice", () => {
    for (const by of [ann.id, ann]) {
      const named = wished({ _tag: "AnswererNamed", player: bob.id, by, atMs: 0, seed: 1, ["__proto__"]: { by } })
      expect(named).toEqual({ _tag: "AnswererNamed", ...sent, by: bob.id, player: bob.id, seen: null })
      const refused = { _tag: "Refused", by: bob.id, reason: "captain only" }
      expect(named !== "Broken" && reduce(choice, named)).toEqual({ state: choice, effects: [refused] })
    }
  })

  it("writes nothing into what the program keeps beside settings and players", () => {
    const settings = { ...presets.quick, extra: { admin: true } }
    const started = wished({ _tag: "StartRequested", settings, by: { ...ann, extra: { admin: true } } })
    expect(JSON.stringify(started)).not.toContain("admin")
    const chosen: EventOf<"SettingsChanged"> | unknown = wished({ _tag: "SettingsChanged", settings })
    expect(JSON.stringify(chosen)).not.toContain("admin")
  })

  it("plays with no numbers a game cannot be played with", () => {
    for (const wrong of [
      { rounds: 0 },
      { rounds: 1.5 },
      { playersMax: -1 },
      { wheel: { sectors: 1e9, blitz: 0, superBlitz: 0 } }
    ]) {
      expect(wished({ _tag: "StartRequested", settings: { ...presets.quick, ...wrong } })).toBe("Broken")
    }
    expect(expectPhase("Answer", answer).answerer).toBe(bob.id)
  })
})
