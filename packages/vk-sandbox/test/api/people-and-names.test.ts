import { describe, expect, it } from "vitest"
import { teamOf } from "../sandbox-client.ts"

describe("who follows the community", () => {
  it("is everybody whose page is there", async () => {
    const { anya, boris, bot, sandbox } = await teamOf()
    sandbox.control.changePerson(boris, { deactivated: "banned" })
    expect(await bot.call("groups.isMember", { group_id: 1, user_id: anya })).toEqual({ response: 1 })
    expect(await bot.call("groups.isMember", { group_id: 1, user_ids: `${anya},${boris},99` })).toEqual({
      response: [
        { user_id: anya, member: 1 },
        { user_id: boris, member: 0 },
        { user_id: 99, member: 0 }
      ]
    })
    expect(await bot.call("groups.getMembers", { group_id: 1 })).toEqual({ response: { count: 1, items: [anya] } })
  })
})

describe("a short address", () => {
  it.each([
    ["id1", { type: "user", object_id: 1 }],
    ["club1", { type: "group", object_id: 1 }],
    ["id99", []],
    ["durov", []]
  ])("%s", async (screen_name, response) => {
    expect(await (await teamOf()).bot.call("utils.resolveScreenName", { screen_name })).toEqual({ response })
  })
})

describe("a deactivated person", () => {
  it("has no name left, says so, and cannot be written to", async () => {
    const { anya, bot, sandbox } = await teamOf()
    sandbox.control.writeMessage(anya, { from_id: anya, text: "Привет" })
    sandbox.control.changePerson(anya, { deactivated: "deleted" })
    const { response } = await bot.call("users.get", { user_ids: anya })
    expect(response).toEqual([{ id: anya, first_name: "DELETED", last_name: "", deactivated: "deleted" }])
    expect(await bot.call("messages.send", { peer_id: anya, random_id: 1, message: "Есть кто?" })).toMatchObject({
      error: { error_code: 18 }
    })
    expect((await bot.send(anya, "Есть кто?")).error?.code).toBe(18)
    sandbox.control.changePerson(anya, { deactivated: null })
    expect((await bot.send(anya, "Есть кто?")).error).toBeUndefined()
  })
})

describe("a file", () => {
  it("is uploaded in a field of any name, saved, attached and read back", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const { response } = await bot.call<{ upload_url: string }>("docs.getMessagesUploadServer", { type: "doc" })
    const form = new FormData()
    form.append("anything", new File(["вопрос;ответ"], "игра.csv"))
    const { file } = (await (await fetch(response.upload_url, { method: "POST", body: form })).json()) as {
      file: string
    }
    const saved = await bot.call<{ doc: { id: number; access_key: string; url: string } }>("docs.save", { file })
    expect(saved.response).toMatchObject({ type: "doc", doc: { title: "игра.csv", ext: "csv", owner_id: -1 } })
    const { access_key, id, url } = saved.response.doc
    await bot.send(peer, "", { attachment: `doc-1_${id}_${access_key}` })
    expect(sandbox.control.messages(peer).items.at(-1)?.attachments).toMatchObject([{ type: "doc", doc: { id } }])
    const answer = await fetch(url)
    expect(await answer.text()).toBe("вопрос;ответ")
    expect(answer.headers.get("content-disposition")).toContain("attachment")
    expect(await bot.call("docs.save", { file })).toMatchObject({ error: { error_code: 105 } })
  })
})

describe("several pictures", () => {
  it("go up in one form and are saved by one call", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const { response } = await bot.call<{ upload_url: string }>("photos.getMessagesUploadServer", {})
    const form = new FormData()
    for (const [i, name] of ["a.jpg", "b.png"].entries()) form.append(`file${i}`, new File([`${i}`], name))
    const uploaded = (await (await fetch(response.upload_url, { method: "POST", body: form })).json()) as object
    const saved = await bot.call<ReadonlyArray<{ id: number }>>("photos.saveMessagesPhoto", uploaded)
    expect(saved.response).toHaveLength(2)
    await bot.send(peer, "", { attachment: saved.response.map(({ id }) => `photo-1_${id}`).join(",") })
    expect(sandbox.control.messages(peer).items.at(-1)?.attachments).toHaveLength(2)
  })
})
