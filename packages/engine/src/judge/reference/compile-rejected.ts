/** What a line of незачёт forbids: wordings, or every answer that mentions a word. */
import { withOptionalParts } from "../letters/brackets.ts"
import { type CompiledForm, compileForm } from "./compiled-form.ts"
import { type CompiledKeyword, compileKeyword } from "./compiled-keyword.ts"
import { describe } from "./flags.ts"
import { lettered } from "../letters/lettered.ts"
import { splitOutside } from "../letters/split-outside.ts"

export interface CompiledRejection {
  readonly forms: ReadonlyArray<CompiledForm>
  readonly keywords: ReadonlyArray<CompiledKeyword>
}

const introduction = /(?:не ?зач[её]т ?[:—–-]? ?)?(?:просто|только|лишь)? ?/iu
/** «УЗИ без уточнения» forbids the bare word. */
const bareness = lettered("iu", String.raw` без (?:\p{L}+ )?(?:уточнени|дополнени|пояснени).*`)

const traits = { strict: false, anyForm: false, certain: true, ordered: false, literal: true } as const

export const compileRejected = (text: string): CompiledRejection => {
  const forms: Array<CompiledForm> = []
  const keywords: Array<CompiledKeyword> = []
  for (const clause of splitOutside(text.replace(/\s+/gu, " "), /;/gu)) {
    const described = describe(clause)
    keywords.push(...described.keywords.map(compileKeyword))
    const rest = described.rest.replace(introduction, "").replace(bareness(described.rest), "")
    for (const part of splitOutside(rest, / или | \/ /giu)) {
      for (const reading of withOptionalParts(part.replace(/\([^()]*\)/gu, ""))) {
        forms.push(compileForm(reading, part.replace(/\.$/u, ""), traits))
      }
    }
  }
  return { forms: forms.filter((form) => form.normal !== ""), keywords }
}
