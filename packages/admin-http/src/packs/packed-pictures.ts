/** The pictures of a pack that is written into a file: each with a name of its own there. */
import { type PictureHash, pictureHashOf, Pictures } from "@znatoki/ports/pictures"
import type { PackedQuestion } from "@znatoki/ports/packs"
import { nameAsKept } from "@znatoki/questions/bank-question"
import { Effect } from "effect"

/** So many bytes are held: no file has more. */
const heldMax = 90_000_000

interface Held {
  readonly type: string
  /** Null: not at hand. */
  readonly bytes: Uint8Array | null
}

const hashesIn = ({ asRead, question }: PackedQuestion): ReadonlyArray<PictureHash> =>
  [question.handout?.imageUrl, asRead?.answerImage].flatMap((address) => pictureHashOf(address ?? "") ?? [])

export class PackedPictures {
  readonly #held = new Map<PictureHash, Held>()
  readonly #named = new Map<string, PictureHash>()
  readonly #withBytes: boolean
  #size = 0

  constructor(withBytes: boolean) {
    this.#withBytes = withBytes
  }

  readonly hold = Effect.fnUntraced(function* (this: PackedPictures, questions: ReadonlyArray<PackedQuestion>) {
    for (const hash of questions.flatMap(hashesIn)) {
      if (!this.#held.has(hash)) this.#held.set(hash, yield* this.#load(hash))
    }
  })

  readonly #load = Effect.fnUntraced(function* (this: PackedPictures, hash: PictureHash) {
    const pictures = yield* Pictures
    if (this.#withBytes && this.#size < heldMax) {
      const found = yield* pictures.get(hash)
      this.#size += found?.bytes.length ?? 0
      return { type: found?.type ?? "", bytes: found?.bytes ?? null } satisfies Held
    }
    return { type: (yield* pictures.madeOf(hash))?.type ?? "", bytes: null } satisfies Held
  })

  /** `wanted`: as the file named it that it came with; null: it came another way. */
  nameOf(hash: PictureHash, wanted: string | null): string {
    const short = hash.slice(0, 12)
    const named = (name: string): string => nameAsKept(name, this.#held.get(hash)?.type ?? "")
    const names = [named(wanted ?? short), named(short), named(hash)]
    const name = names.find((each) => (this.#named.get(each) ?? hash) === hash) ?? hash
    this.#named.set(name, hash)
    return name
  }

  files(): ReadonlyMap<string, Uint8Array | null> {
    return new Map([...this.#named].map(([name, hash]) => [name, this.#held.get(hash)?.bytes ?? null]))
  }
}
