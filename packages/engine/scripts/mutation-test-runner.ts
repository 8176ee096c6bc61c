/**
 * Runs the tests for one mutant after another in one process. Most take milliseconds, so the start of a test run, which
 * Vitest makes anew for every mutant, is what the time would go to.
 */
import { globSync, realpathSync } from "node:fs"
import { registerHooks } from "node:module"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext, type StrykerOptions } from "@stryker-mutator/api/core"
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin"
import {
  determineHitLimitReached,
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult
} from "@stryker-mutator/api/test-runner"
import { type CollectedTest, testsOf } from "./direct-vitest.ts"

const engine = "@znatoki/engine"
/**
 * The tests with the whole dictionary are those of another package: they are read where they are, and given the engine that is changed.
 * The dictionary itself is loaded once and keeps the engine as it is.
 */
const dictionaryTests = new URL(
  "lexicon-ru/test/",
  pathToFileURL(`${realpathSync(process.cwd()).replace(/\/engine(?:\/.*)?$/u, "")}/`)
).href
const directVitest = new URL("direct-vitest.ts", import.meta.url).href

/** Examples take milliseconds, a law takes a second, and most mutants never meet one. */
const byCost = (one: string, other: string): number =>
  Number(one.includes(".property.")) - Number(other.includes(".property."))

const instrumented: typeof globalThis & { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: InstrumenterContext } = globalThis

/** Stryker's own `testFiles` would have it run a mutant of what a module does when it loads after the loading. */
interface DirectOptions {
  readonly direct?: { readonly testFiles: Array<string> }
}

/** What the judge keeps of words, which one mutant must not find from another. */
interface Words {
  readonly forgetWords: () => void
}

class DirectTestRunner implements TestRunner {
  readonly #mutants: InstrumenterContext = (instrumented[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {})
  readonly #sandbox = `${pathToFileURL(process.cwd()).href}/`
  readonly #entry = `${this.#sandbox}src/index.ts`
  readonly #files: ReadonlyArray<string>
  #tests: ReadonlyArray<CollectedTest> = []
  #loads = 0
  #words: Words | undefined

  static readonly inject = tokens(commonTokens.options)

  constructor({ direct }: StrykerOptions & DirectOptions) {
    this.#files = globSync(direct?.testFiles ?? []).toSorted(byCost)
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    registerHooks({
      resolve: (specifier, context, nextResolve) => {
        const isOfDictionary = context.parentURL?.startsWith(dictionaryTests) === true
        const isTest = isOfDictionary || context.parentURL?.startsWith(this.#sandbox) === true
        if (specifier === "vitest" && isTest) return { url: directVitest, shortCircuit: true }
        const resolved = nextResolve(isOfDictionary && specifier === engine ? this.#entry : specifier, context)
        const isOurs =
          resolved.url.startsWith(dictionaryTests) ||
          (resolved.url.startsWith(this.#sandbox) && !resolved.url.includes("/node_modules/"))
        return isOurs ? { ...resolved, url: `${resolved.url}?load=${this.#loads}` } : resolved
      }
    })
    await import("./mutation-dice.ts")
  }

  async dryRun({ disableBail }: DryRunOptions): Promise<DryRunResult> {
    await this.#load()
    const tests = await this.#run(this.#tests, disableBail)
    const { mutantCoverage = { static: {}, perTest: {} } } = this.#mutants
    return { status: DryRunStatus.Complete, tests, mutantCoverage }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    this.#mutants.hitCount = 0
    if (options.hitLimit === undefined) delete this.#mutants.hitLimit
    else this.#mutants.hitLimit = options.hitLimit
    try {
      if (options.mutantActivation === "static") this.#mutants.activeMutant = options.activeMutant.id
      if (options.reloadEnvironment || this.#loads === 0) await this.#load()
      this.#mutants.activeMutant = options.activeMutant.id
      const wanted = new Set(options.testFilter ?? this.#tests.map((test) => test.name))
      const tests = await this.#run(
        this.#tests.filter((test) => wanted.has(test.name)),
        options.disableBail
      )
      const endless = determineHitLimitReached(this.#mutants.hitCount, options.hitLimit)
      return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests })
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) })
    } finally {
      delete this.#mutants.activeMutant
    }
  }

  /** All modules anew: what a module does when it is loaded is seen only so. */
  async #load(): Promise<void> {
    this.#loads += 1
    const tests: Array<CollectedTest> = []
    for (const file of this.#files) tests.push(...(await loadedTests(file)))
    this.#tests = tests
    this.#words = (await import(`${this.#sandbox}src/judge/words/word.ts`)) as Words
  }

  async #run(tests: ReadonlyArray<CollectedTest>, toTheEnd: boolean): Promise<Array<TestResult>> {
    const results: Array<TestResult> = []
    for (const test of tests) {
      const result = await this.#resultOf(test)
      results.push(result)
      if (result.status === TestStatus.Failed && !toTheEnd) break
    }
    return results
  }

  async #resultOf({ name, run }: CollectedTest): Promise<TestResult> {
    this.#words?.forgetWords()
    const start = performance.now()
    const about = () => ({ id: name, name, timeSpentMs: performance.now() - start })
    this.#mutants.currentTestId = name
    try {
      await run()
      return { ...about(), status: TestStatus.Success }
    } catch (error) {
      return { ...about(), status: TestStatus.Failed, failureMessage: String(error) }
    } finally {
      delete this.#mutants.currentTestId
    }
  }
}

/** A file that cannot be loaded is a test that fails. */
const loadedTests = async (file: string): Promise<ReadonlyArray<CollectedTest>> => {
  try {
    return await testsOf(file, () => import(pathToFileURL(resolve(file)).href))
  } catch (error) {
    const fail = () => {
      throw error
    }
    return [{ name: `${file} is loaded`, run: fail }]
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "direct", DirectTestRunner)]

export const strykerValidationSchema = {
  properties: {
    direct: { type: "object", properties: { testFiles: { type: "array", items: { type: "string" } } } }
  }
}
