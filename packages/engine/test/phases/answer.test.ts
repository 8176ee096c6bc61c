import { describe, expect, it } from "vitest"
import type { EventOf } from "../../src/game-event.ts"
import { reduce } from "../../src/reduce.ts"
import { judged } from "../../src/rules/judge-text.ts"
import {
  ann,
  bob,
  cid,
  draw,
  due,
  early,
  effectOf,
  exhausted,
  go,
  join,
  name,
  next,
  nothing,
  question,
  refusal,
  say,
  scene
} from "../scene.ts"

const { answer } = scene()

describe("answer", () => {
  it("a right answer is a point to the team", () => {
    const step = reduce(answer, say(bob, "Четыре!", 90))
    expect(step.state).toMatchObject({
      _tag: "Verdict",
      score: { team: 1, bot: 0 },
      results: [{ question: question.id, answerer: bob.id, right: true, tookMs: 78_000 }]
    })
    expect(step.effects).toEqual([
      {
        _tag: "RoundJudged",
        round: 1,
        question,
        blitz: null,
        answerer: bob,
        given: "Четыре!",
        judgement: expect.objectContaining({ verdict: "accepted" }),
        point: "team",
        score: { team: 1, bot: 0 }
      },
      { _tag: "TimerSet", timer: "1/verdict", atMs: 105_000 }
    ])
  })

  it("a wrong answer is a point to the bot", () => {
    const step = reduce(answer, say(bob, "пять"))
    expect(step.state).toMatchObject({ score: { team: 0, bot: 1 }, results: [{ answerer: bob.id, right: false }] })
    expect(effectOf(step, "RoundJudged")).toMatchObject({ point: "bot", given: "пять" })
  })

  it("silence is a point to the bot, with nothing to judge", () => {
    const step = reduce(answer, due(answer))
    expect(step.state).toMatchObject({ score: { team: 0, bot: 1 }, results: [{ answerer: bob.id, right: false }] })
    expect(effectOf(step, "RoundJudged")).toMatchObject({ answerer: bob, given: null, judgement: null, point: "bot" })
  })

  it.each(["", "   ", "\n\t", "🎉", "?!", "\u{200B}"])("%j is not an answer, and who sent it hears so once", (text) => {
    const hinted = reduce(answer, say(bob, text))
    expect(hinted.effects).toEqual([{ _tag: "TextWanted", answerer: bob, why: "no words" }])
    expect(reduce(hinted.state, say(bob, text))).toEqual(nothing(hinted.state))
    expect(reduce(hinted.state, say(bob, "четыре")).state).toMatchObject({
      _tag: "Verdict",
      score: { team: 1, bot: 0 }
    })
  })

  it("what came only in part is not judged, and who sent it hears so once", () => {
    const part: EventOf<"TextSaid"> = { _tag: "TextSaid", atMs: 90, seed: 1, by: bob.id, text: "четы", cropped: true }
    const hinted = reduce(answer, part)
    expect(hinted.effects).toEqual([{ _tag: "TextWanted", answerer: bob, why: "cropped" }])
    expect(judged(answer, part)).toEqual(part)
    expect(reduce(hinted.state, part)).toEqual(nothing(hinted.state))
    expect(reduce(answer, { ...part, by: ann.id })).toEqual(nothing(answer))
    expect(reduce(hinted.state, say(bob, "четыре")).state._tag).toBe("Verdict")
  })

  it("a sign is an answer where the question asks for one", () => {
    const asked = { ...answer, question: { ...question, answer: "точка с запятой", accepted: [";"] } }
    expect(reduce(asked, say(bob, ";")).state._tag).not.toBe("Answer")
    expect(reduce(asked, say(bob, " ")).state).toMatchObject({ _tag: "Answer", hinted: true })
  })

  it("others may talk freely, even the captain", () => {
    expect(reduce(answer, say(ann, "четыре"))).toEqual(nothing(answer))
    expect(reduce(answer, say(cid, "четыре"))).toEqual(nothing(answer))
  })

  it("a clock that went back does not make an answer take less than no time", () => {
    expect(reduce(answer, say(bob, "четыре", 1)).state).toMatchObject({ results: [{ tookMs: 0 }] })
  })

  it("joining waits for the end of the round", () => {
    expect(reduce(answer, join(cid))).toEqual(refusal(answer, cid, "join between rounds"))
  })

  it.each([go(ann), early(ann), name(ann, ann), next(ann)])("$_tag is not for now", (event) => {
    expect(reduce(answer, event)).toEqual(refusal(answer, ann, "not now"))
  })

  it.each([draw(), exhausted()])("$_tag is ignored", (event) => {
    expect(reduce(answer, event)).toEqual(nothing(answer))
  })
})
