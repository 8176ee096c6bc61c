/** Every judged pair of the corpus. It grows: a verdict that was wrong in a game becomes a line here. */
import type { CorpusGroup } from "./corpus-group.ts"
import { everyday } from "./corpus-everyday.ts"
import { fields } from "./corpus-fields.ts"
import { mixed } from "./corpus-mixed.ts"

export const corpus: ReadonlyArray<CorpusGroup> = [...everyday, ...fields, ...mixed]
