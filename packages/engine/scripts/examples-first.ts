/** In which order a mutant meets the tests: examples take milliseconds, a law takes a second, and most mutants never meet one. */
import { BaseSequencer, type TestSpecification } from "vitest/node"

const isSlow = ({ moduleId }: TestSpecification): boolean => moduleId.includes(".property.")

export class ExamplesFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    return files.toSorted((one, other) => Number(isSlow(one)) - Number(isSlow(other)))
  }
}
