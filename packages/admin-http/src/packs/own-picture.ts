/** The picture of a question that lies somewhere in the web, kept among ours: addresses of messengers go out of date. */
import { pictureAddress } from "@znatoki/ports/pictures"
import type { CatalogQuestion } from "@znatoki/ports/question-catalog"
import { Effect, Option } from "effect"
import { keepPicture } from "./keep-picture.ts"

/** What lies at an address of the public network; null: nothing that can be had now. */
export type FetchPicture = (address: string) => Effect.Effect<Uint8Array | null>

/** An editor waits for it. */
const patience = "5 seconds"

/** What is to be changed of the question; nothing where its picture cannot be had: it stays where it is. */
export const withOwnPicture = Effect.fnUntraced(function* (fetch: FetchPicture, handout: CatalogQuestion["handout"]) {
  const address = handout?.imageUrl ?? ""
  if (!/^https?:/.test(address)) return {}
  const kept = fetch(address).pipe(
    Effect.flatMap((bytes) => (bytes === null ? Effect.succeed(null) : keepPicture(bytes))),
    Effect.catchTag("PictureRefused", () => Effect.succeed(null)),
    Effect.timeoutOption(patience)
  )
  const picture = Option.getOrNull(yield* kept)
  return picture === null ? {} : { handout: { text: handout?.text ?? null, imageUrl: pictureAddress(picture.hash) } }
})
