import { type GameEvent, initialState, PlayerId, presets, replay } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { Statistics } from "@znatoki/ports/statistics"
import { describe, expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"
import { question } from "../played-game.ts"

const ann = { id: PlayerId.make("17"), name: "Анна" }
const conversation = ConversationId.make("vk:1:2000000001")
const path = `/api/v1/conversations/${encodeURIComponent(conversation)}/players`

/** One right answer after three seconds, and then somebody stopped the game. */
const log = (atMs: number): ReadonlyArray<GameEvent> => {
  const at = { atMs, seed: 1 }
  const wish = { ...at, seen: null, by: ann.id }
  return [
    { _tag: "StartRequested", ...at, seen: null, by: ann, settings: presets.classic },
    { _tag: "GoRequested", ...wish },
    { _tag: "QuestionDrawn", ...at, round: 1, place: 1, question },
    { _tag: "AnswererNamed", ...wish, player: ann.id },
    { _tag: "TextSaid", atMs: atMs + 3_000, seed: 1, by: ann.id, text: question.answer },
    { _tag: "StopOrdered", ...at, atMs: atMs + 9_000 }
  ]
}

describe("somebody who plays in a conversation", () => {
  it("is told with their place, this season and ever; whoever has not answered has none", async () => {
    const client = makeClient()
    const played = log(Date.now())
    await client.commit(
      {
        conversation,
        version: 1,
        state: replay(initialState(presets.classic), played).state,
        lastOrder: 0,
        hearsAll: false,
        lastSeq: 0,
        updatedAtMs: Date.now()
      },
      played.map((event, i) => ({ source: SourceId.make(`vk:${i}`), event }))
    )
    expect(await client.run(Statistics.use((statistics) => statistics.count(10)))).toBe(1)
    const standing = { place: 1, of: 1, games: 0, wins: 0, answered: 1, right: 1, rightMs: 3_000 }
    expect((await client.get(`${path}/17`)).json).toMatchObject({
      player: "17",
      ofSeason: standing,
      ofAllTime: standing,
      mates: []
    })
    const page = (await client.get(`/desk/conversations/${encodeURIComponent(conversation)}/players/17`)).text
    const text = page.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ")
    expect(text).toMatch(/Анна [^]*Этот сезон 1 из 1 1 \/ 1 3 с 0 0 [01] /)
    // There may have been wins together, but too few games to tell whom it goes best with.
    expect(text).toContain("Пока судить рано: нужно хотя бы 3 игры за одним столом.")
    expect((await client.get(`${path}/18`)).json).toEqual({ player: "18", ofSeason: null, ofAllTime: null, mates: [] })
    expect((await client.get(`${path}/${"x".repeat(101)}`)).status).toBe(400)
  })
})
