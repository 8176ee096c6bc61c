/** Files of questions with pictures: looked at, brought in, and written again. */
import { PictureCleaner, PictureRefused } from "@znatoki/ports/picture-cleaner"
import { zipOf } from "@znatoki/questions/testing/zip-of"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import { makeClient, type Setup } from "../admin-client.ts"
import { pictureFile } from "../picture-files.ts"

const octets = { "Content-Type": "application/octet-stream" }

const cup = zipOf({
  "cup.4s": [
    "? (img карта.png) Что на карте?\n! река (img answer.png)",
    "? (img broken.jpg) Что испорчено?\n! картинка",
    "? (img none.png) Чего нет?\n! картинки",
    "? Где картинка?\n! нигде"
  ].join("\n\n"),
  "карта.png": pictureFile(1),
  "answer.png": pictureFile(2),
  "broken.jpg": Buffer.from("GIF89a"),
  "more.png": pictureFile(3)
})

const bring = async (file: Uint8Array<ArrayBuffer>, setup: Setup = {}, client = makeClient(setup)) => {
  const send = (key: string, bytes: Uint8Array<ArrayBuffer>) =>
    client.send("POST", `/api/v1/packs/${key}/imports?file=${key}.zip&draft=false`, bytes, octets)
  const first = await send("cup", file)
  const { id } = first.json as { readonly id: string }
  const commit = (its: string) => client.post(`/api/v1/imports/${its}/commit`, undefined)
  return { client, commit, first, id, send }
}

it("a picture of an archive is seen before it is brought in; what cannot be shown is told by its line", async () => {
  const { client, first, id } = await bring(cup)
  expect(first.json).toMatchObject({
    state: "read",
    report: {
      questions: 4,
      counts: { added: 4 },
      pictured: 2,
      pictures: [
        { line: 1, name: "карта.png", width: 240, height: 120, size: pictureFile(1).length },
        { line: 1, name: "answer.png" }
      ],
      waits: [
        { line: 4, text: "the picture broken.jpg: it is broken" },
        { line: 7, text: "the picture none.png" }
      ],
      warnings: [
        { line: 1, text: "a picture that no question shows: more.png" },
        { line: 7, text: "a picture that is not in the archive: none.png" }
      ]
    }
  })
  const page = (await client.get(`/desk/imports/${id}`)).text
  expect(page).toContain('<img class="picture" src="/api/v1/pictures/')
  expect(page).toContain("Картинки: 2")
  for (const told of [
    "нужна другая картинка вместо broken.jpg: файл испорчен",
    "нужна картинка none.png",
    "картинку не показывает ни один вопрос: more.png"
  ]) {
    expect(page).toContain(told)
  }
})

it("a picture comes into the bank with its question, which is asked; the others wait, and nothing else stops", async () => {
  const { client, commit, id } = await bring(cup)
  expect((await commit(id)).json).toMatchObject({ state: "done", report: { counts: { added: 4 } } })
  const { json } = await client.get("/api/v1/questions?pack=cup")
  const { items } = json as { items: ReadonlyArray<{ state: string; handout: { imageUrl: string } | null }> }
  expect(items.map(({ state }) => state).toSorted()).toEqual(["draft", "draft", "published", "published"])
  const address = items.find(({ handout }) => handout !== null)?.handout?.imageUrl ?? ""
  const seen = await client.get(`/api/v1/pictures/${address.replace("picture:", "")}`)
  expect([seen.status, seen.headers.get("Content-Type")]).toEqual([200, "image/png"])
})

it("the picture of an answer is seen on the page of its question, and on no other", async () => {
  const { client, commit, id } = await bring(cup)
  await commit(id)
  const { json } = await client.get("/api/v1/questions?pack=cup")
  const { items } = json as { items: ReadonlyArray<{ id: string; text: string; answerImage: string | null }> }
  const [pictured, ...others] = items.toSorted((one) => (one.text === "Что на карте?" ? -1 : 1))
  expect(others.map(({ answerImage }) => answerImage)).toEqual([null, null, null])
  const hash = pictured?.answerImage?.replace("picture:", "") ?? ""
  const page = (await client.get(`/desk/questions/${pictured?.id}`)).text
  expect(page).toContain(`<img class="picture" src="/api/v1/pictures/${hash}" alt="Картинка к ответу"`)
  expect((await client.get(`/api/v1/pictures/${hash}`)).status).toBe(200)
  expect((await client.get(`/desk/questions/${others[0]?.id}`)).text).not.toContain("Картинка к ответу")
})

it("a pack written as an archive is the same pack when it comes in again, its pictures too", async () => {
  const { client, commit, id, send } = await bring(cup)
  await commit(id)
  const file = () => client.app.request("/api/v1/packs/cup/file?format=zip", { headers })
  const headers = { Authorization: "Bearer correct-horse-battery-staple" }
  const written = new Uint8Array(await (await file()).arrayBuffer())
  expect((await client.get("/api/v1/packs/cup/losses?format=zip")).json).toEqual({ losses: [], unwritten: [] })
  const lost = (await client.get("/api/v1/packs/cup/losses?format=json")).json as { losses: ReadonlyArray<unknown> }
  expect(lost.losses).toEqual([
    { question: 1, field: "picture" },
    { question: 1, field: "picture" }
  ])
  const again = (await send("other", written)).json as { id: string }
  expect((await commit(again.id)).json).toMatchObject({ report: { counts: { added: 4 }, pictured: 2 } })
  const [before, after] = await Promise.all(
    ["cup", "other"].map(async (key) => {
      const { json } = await client.get(`/api/v1/questions?pack=${key}`)
      const { items } = json as { items: ReadonlyArray<Record<string, unknown>> }
      return items.map(({ handout, text, answer }) => ({ handout, text, answer }))
    })
  )
  expect(after).toEqual(before)
  const other = await client.app.request("/api/v1/packs/other/file?format=zip", { headers })
  expect(Buffer.from(await other.arrayBuffer()).equals(Buffer.from(written))).toBe(true)
})

it("a file that comes again has its pictures made once", async () => {
  let made = 0
  const cleaner = Layer.succeed(PictureCleaner, {
    clean: (bytes) =>
      Effect.suspend(() => {
        made++
        if (bytes.length < 20) return Effect.fail(new PictureRefused({ reason: "it is broken", again: false }))
        return Effect.succeed({ type: "image/jpeg", width: 1, height: 1, bytes })
      })
  })
  const { client, commit, id } = await bring(cup, { cleaner })
  expect(made).toBe(3)
  await commit(id)
  // What is no picture is looked at again.
  expect(made).toBe(4)
  // Its end tells what it is now.
  const { text } = await client.get("/api/v1/packs/cup/file?format=json")
  expect(text).toContain('"handoutImage": "карта.jpg"')
})
