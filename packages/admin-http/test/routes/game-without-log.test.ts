/** A game whose log was deleted by night: what is still shown of it. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { finished } from "@znatoki/test-contracts/contracts/sample-commits"
import { expect, it } from "vitest"
import { makeClient, token } from "../admin-client.ts"

const conversation = ConversationId.make("2000000001")

it("its pages say that it is gone, and the game is there", async () => {
  const client = makeClient()
  const place = { conversation, version: 1, lastOrder: 0, hearsAll: false, lastSeq: 0, updatedAtMs: 2_000 }
  await client.commit({ ...place, state: finished(1) }, [])
  const page = await client.get(`/desk/games/${conversation}-1`)
  expect(page.status).toBe(200)
  expect(page.text).toMatch(/Ход этой игры удалён|The log of this game was removed/u)
  expect(page.text).not.toContain('id="steps"')
  const asBrowser = { Authorization: `Basic ${btoa(`any:${token}`)}` }
  expect((await client.send("GET", `/games/${conversation}-1`, null, asBrowser)).status).toBe(200)
  expect((await client.get(`/api/v1/games/${conversation}-1/steps`)).json).toMatchObject({ items: [] })
  expect((await client.get(`/api/v1/games/${conversation}-1`)).status).toBe(200)
})
