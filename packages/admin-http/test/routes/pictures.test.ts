import { expect, it } from "vitest"
import { uploadMedia } from "../../src/upload.ts"
import { type Client, makeClient } from "../admin-client.ts"
import { pictureFile } from "../picture-files.ts"

const api = "/api/v1/pictures"

const put = async (client: Client, file: Uint8Array<ArrayBuffer> | string) => {
  const reply = await client.send("POST", api, file, { "Content-Type": uploadMedia })
  return { ...reply, json: reply.json as Record<string, string> }
}

const form = (fields: Readonly<Record<string, string | File>>): FormData => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return body
}

const asFile = (bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], "карта.png", { type: "image/png" })

it("a picture that was sent is there under what it shows, once however often it is sent", async () => {
  const client = makeClient()
  const file = new Uint8Array(pictureFile())
  const { headers, json, status } = await put(client, file)
  expect([status, json]).toEqual([
    201,
    {
      address: expect.stringMatching(/^picture:[\da-f]{64}$/),
      url: headers.get("Location"),
      type: "image/png",
      width: 240,
      height: 120,
      size: file.length
    }
  ])
  const again = await put(client, file)
  expect(again.json).toEqual(json)
  const seen = await client.get(json["url"] ?? "")
  expect([seen.status, seen.headers.get("Content-Type")]).toEqual([200, "image/png"])
  expect(seen.headers.get("Cache-Control")).toBe("private, max-age=31536000, immutable")
})

it("what is no picture is refused with the reason, and one that could not be read now may be sent again", async () => {
  const client = makeClient()
  const broken = await put(client, "GIF89a")
  expect([broken.status, broken.json["detail"]]).toEqual([400, "This is no picture that can be shown: it is broken."])
  expect((await put(client, "again")).status).toBe(503)
  expect((await client.send("POST", api, "{}", { "Content-Type": "application/json" })).status).toBe(415)
  const large = await put(client, new Uint8Array(10 * 1024 * 1024 + 1))
  expect([large.status, large.json["detail"]]).toEqual([413, "The file may be 10 MiB at most."])
})

it("a question gets a picture and loses it, and nothing else can stand in its place", async () => {
  const client = makeClient()
  const { json: picture } = await put(client, new Uint8Array(pictureFile()))
  const handout = { text: "Карта", imageUrl: picture["address"] }
  const { json } = await client.post("/api/v1/questions", { text: "Кто?", answer: "он", handout })
  const { id } = json as { readonly id: string }
  expect(json).toMatchObject({ handout })
  const change = (to: unknown) => client.patch(`/api/v1/questions/${id}`, { handout: to })
  for (const imageUrl of ["picture:1", "data:text/html,1", "file:///etc/passwd", "a.png", "http://\u0001"]) {
    expect((await change({ text: null, imageUrl })).status, imageUrl).toBe(400)
  }
  for (const imageUrl of ["https://example.org/a b.png", "photo-1_2_abc", picture["address"]]) {
    expect((await change({ text: null, imageUrl })).json).toMatchObject({ handout: { text: null, imageUrl } })
  }
  expect((await change({ text: " ", imageUrl: null })).json).toMatchObject({ handout: null })
})

it("on its page the picture is seen, sent as a file, and taken out; a broken one leaves all as it is", async () => {
  const client = makeClient()
  const { json } = await client.post("/api/v1/questions", { text: "Кто?", answer: "он" })
  const { id } = json as { readonly id: string }
  const page = `/desk/questions/${id}`
  const handout = async () => ((await client.get(`/api/v1/questions/${id}`)).json as { handout: unknown }).handout
  const post = (fields: Readonly<Record<string, string | File>>) =>
    client.send("POST", `${page}/picture`, form(fields), { "Sec-Fetch-Site": "same-origin" })
  const sent = await post({ version: "1", file: asFile(new Uint8Array(pictureFile())) })
  expect([sent.status, sent.headers.get("Location")]).toEqual([303, `${page}?saved=yes`])
  const { imageUrl } = (await handout()) as { imageUrl: string }
  expect((await client.get(page)).text).toContain(`src="${api}/${imageUrl.replace("picture:", "")}"`)

  const broken = await post({ version: "2", file: asFile(new Uint8Array([1, 2, 3])) })
  expect([broken.status, broken.text]).toEqual([400, expect.stringContaining("файл испорчен")])
  expect((await post({ version: "2" })).status).toBe(400)
  expect((await post({ version: "1", remove: "yes" })).status).toBe(412)
  expect(await handout()).toEqual({ text: null, imageUrl })
  // Who saves the words keeps the picture.
  const words = {
    version: "2",
    text: "Кто?",
    handout: "Карта",
    picture: imageUrl,
    answer: "он",
    difficulty: "3",
    state: "draft"
  }
  await client.send("POST", page, form(words), { "Sec-Fetch-Site": "same-origin" })
  expect(await handout()).toEqual({ text: "Карта", imageUrl })
  expect((await post({ version: "3", remove: "yes" })).status).toBe(303)
  expect(await handout()).toEqual({ text: "Карта", imageUrl: null })
})
