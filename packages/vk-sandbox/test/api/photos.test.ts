import { describe, expect, it } from "vitest"
import { type Bot, teamOf } from "../sandbox-client.ts"

/** One transparent pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)

interface Saved {
  readonly id: number
  readonly owner_id: number
  readonly access_key: string
  readonly sizes: readonly [{ readonly url: string }]
}

const uploadUrl = async (bot: Bot, peer_id: number): Promise<string> =>
  (await bot.call<{ upload_url: string }>("photos.getMessagesUploadServer", { peer_id })).response.upload_url

const upload = async (url: string, name: string, bytes: Uint8Array<ArrayBuffer> = new Uint8Array(png)) => {
  const form = new FormData()
  form.append("photo", new File([bytes], name))
  return (await fetch(url, { method: "POST", body: form })).json() as Promise<Record<string, unknown>>
}

describe("a picture", () => {
  it("is uploaded, saved, attached and shown", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const uploaded = await upload(await uploadUrl(bot, peer), "card.png")
    const saved = (await bot.call<readonly [Saved]>("photos.saveMessagesPhoto", uploaded)).response[0]
    expect(saved).toMatchObject({ album_id: -3, owner_id: -1, sizes: [{ width: 1, height: 1 }] })
    const attachment = `photo${saved.owner_id}_${saved.id}_${saved.access_key}`
    await bot.call("messages.send", { peer_ids: peer, random_id: 1, attachment })
    expect(sandbox.control.messages(peer).items.at(-1)?.attachments).toMatchObject([
      { type: "photo", photo: { id: saved.id } }
    ])
    const shown = await fetch(saved.sizes[0].url)
    expect(shown.headers.get("content-type")).toBe("image/png")
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(png)
  })

  it("cannot be saved twice, nor with a wrong hash", async () => {
    const { bot, peer } = await teamOf()
    const uploaded = await upload(await uploadUrl(bot, peer), "card.png")
    const save = (params: object) => bot.call("photos.saveMessagesPhoto", params)
    expect(await save({ ...uploaded, hash: "x" })).toMatchObject({ error: { error_code: 121 } })
    expect(await save(uploaded)).toHaveProperty("response")
    expect(await save(uploaded)).toMatchObject({ error: { error_code: 129 } })
  })

  it("is refused when it is no picture", async () => {
    const { bot, peer } = await teamOf()
    expect(await upload(await uploadUrl(bot, peer), "notes.txt")).toHaveProperty("error_code")
  })
})
