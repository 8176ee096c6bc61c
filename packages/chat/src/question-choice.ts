/** Which questions a conversation wants to be asked, and what there is to choose from. */
import { Schema } from "effect"

/** As people speak of it; questions have five degrees. */
export const Level = Schema.Literals(["easy", "medium", "hard"])
export type Level = typeof Level.Type

export const difficultiesOf: { readonly [L in Level]: ReadonlyArray<number> } = {
  easy: [1, 2],
  medium: [3],
  hard: [4, 5]
}
export const everyDifficulty: ReadonlyArray<number> = [1, 2, 3, 4, 5]

const namesMax = 5
const Name = Schema.NonEmptyString.check(Schema.isMaxLength(200))

/** Called by its title where it is spoken of. */
export class ChosenPack extends Schema.Opaque<ChosenPack>()(
  Schema.Struct({ key: Name, title: Schema.NonEmptyString.check(Schema.isMaxLength(300)) })
) {}

/** Where nothing is named, everything goes. */
export class QuestionChoice extends Schema.Opaque<QuestionChoice>()(
  Schema.Struct({
    /** A question lies in one of them. */
    packs: Schema.Array(ChosenPack).check(Schema.isMaxLength(namesMax)),
    /** A question has one of them. */
    themes: Schema.Array(Name).check(Schema.isMaxLength(namesMax)),
    level: Schema.NullOr(Level)
  })
) {}

export const anyQuestion: QuestionChoice = { packs: [], themes: [], level: null }

export const isAnyQuestion = ({ level, packs, themes }: QuestionChoice): boolean =>
  packs.length === 0 && themes.length === 0 && level === null

/** What one wish changes of it: what is not named stays. Words are as somebody wrote them; null: everything goes. */
export const QuestionWish = Schema.Struct({
  pack: Schema.optionalKey(Schema.NullOr(Schema.String)),
  theme: Schema.optionalKey(Schema.NullOr(Schema.String)),
  level: Schema.optionalKey(Schema.NullOr(Level))
})
export type QuestionWish = typeof QuestionWish.Type

/** To be asked anything again. */
export const anyWish: QuestionWish = { pack: null, theme: null, level: null }

export interface ShelvedTheme {
  readonly name: string
  readonly questions: number
}

export interface ShelvedPack {
  readonly key: string
  readonly title: string
  readonly questions: number
  /** Only this conversation may be asked them. */
  readonly own: boolean
}

/** What a conversation may be asked, most questions first; its own packs before all others. */
export interface Shelves {
  readonly themes: ReadonlyArray<ShelvedTheme>
  readonly packs: ReadonlyArray<ShelvedPack>
}
