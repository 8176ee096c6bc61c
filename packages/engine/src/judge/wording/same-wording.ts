/** Which wording, if any, is the given answer word for word. */
import type { CompiledForm } from "../reference/compiled-form.ts"
import type { GivenAnswer } from "../given/given-answer.ts"

/** What may be only a piece of an answer is no wording of its own. */
export const sameWording = (
  forms: ReadonlyArray<CompiledForm>,
  readings: ReadonlyArray<GivenAnswer>
): CompiledForm | null => {
  for (const form of forms) {
    if (!form.certain) continue
    for (const reading of readings) if (reading.normal === form.normal) return form
  }
  return null
}
