import { expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"
import { cardWith, painterOf, playedToTheEnd } from "../painted.ts"
import { beginGame, game } from "../played-game.ts"

const card = `/api/v1/games/${game}/card`

it("a picture is drawn for who looks, light or dark, and is not drawn again for who has it", async () => {
  const drawn: Array<string> = []
  const client = await playedToTheEnd({ painter: painterOf(drawn), options: { card: cardWith("Победа") } })
  const light = await client.get(card)
  expect([light.status, light.text]).toEqual([200, "a picture, light"])
  expect(light.headers.get("Content-Type")).toBe("image/png")
  expect(light.headers.get("Cache-Control")).toBe("private, max-age=60")
  const dark = await client.get(`${card}?scheme=dark`)
  expect(dark.text).toBe("a picture, dark")
  expect(dark.headers.get("ETag")).not.toBe(light.headers.get("ETag"))
  const again = await client.send("GET", card, null, { "If-None-Match": light.headers.get("ETag") ?? "" })
  expect([again.status, again.text]).toEqual([304, ""])
  expect(drawn).toEqual(["Победа light", "Победа dark"])
})

it("there is none of a game that goes on, of no game, where none are drawn, and where it cannot be", async () => {
  const running = makeClient({ painter: painterOf(), options: { card: cardWith("Победа") } })
  await beginGame(running)
  expect((await running.get(card)).status).toBe(404)
  for (const setup of [
    { options: { card: cardWith("Победа") } },
    { painter: painterOf(), options: { card: cardWith("broken") } },
    { painter: painterOf(), options: { card: () => null } }
  ]) {
    const client = await playedToTheEnd(setup)
    const { json, status } = await client.get(card)
    expect([status, json]).toEqual([404, expect.objectContaining({ title: "Not found" })])
    expect((await client.get("/api/v1/games/2000000009-1/card")).status).toBe(404)
  }
})

it("the page of a game shows it where it is drawn", async () => {
  const client = await playedToTheEnd({ painter: painterOf(), options: { card: cardWith("Победа") } })
  const { text } = await client.get(`/desk/games/${game}`)
  expect(text).toContain(`src="${card}?scheme=light"`)
  expect(text).toContain(`srcset="${card}?scheme=dark"`)
  const without = await playedToTheEnd({ options: { card: cardWith("Победа") } })
  expect((await without.get(`/desk/games/${game}`)).text).not.toContain("<picture")
})
