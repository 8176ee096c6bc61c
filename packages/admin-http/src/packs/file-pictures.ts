/** The pictures of a file of questions become pictures of the bank; one that cannot is told of, and stops nothing. */
import { pictureAddress } from "@znatoki/ports/pictures"
import type { FiledPicture } from "@znatoki/questions/bank-question"
import type { PictureFiles } from "@znatoki/questions/reading"
import { Effect } from "effect"
import { keepPicture } from "./keep-picture.ts"

/** Who makes them takes as many at once as it can: the others wait with what they have of memory. */
const atOnce = 4

/** `onOne`: there is one more of them. */
export const filePictures = (pictures: PictureFiles, onOne: () => void) =>
  Effect.forEach(
    pictures,
    ([name, bytes]) =>
      keepPicture(bytes).pipe(
        Effect.map(({ hash, ...facts }): FiledPicture => ({
          _tag: "Kept",
          name,
          address: pictureAddress(hash),
          ...facts
        })),
        Effect.catchTag("PictureRefused", ({ reason }) =>
          Effect.succeed<FiledPicture>({ _tag: "Refused", name, reason })
        ),
        Effect.tap(Effect.sync(onOne))
      ),
    { concurrency: atOnce }
  ).pipe(Effect.map((filed) => new Map(filed.map((each) => [each.name, each]))))
