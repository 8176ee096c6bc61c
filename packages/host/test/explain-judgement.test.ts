import { JudgeReason, JudgeVerdict } from "@znatoki/engine"
import { explainJudgement } from "@znatoki/host/explain-judgement"
import { expect, it } from "vitest"

it("every reason of every verdict is explained as the list says", async () => {
  const explained = JudgeVerdict.literals.flatMap((verdict) =>
    JudgeReason.literals.map(
      (reason) => `${verdict}, ${reason}: ${explainJudgement({ verdict, reason, matched: null })}`
    )
  )
  await expect(explained.join("\n") + "\n").toMatchFileSnapshot("./snapshots/judgements.txt")
})
