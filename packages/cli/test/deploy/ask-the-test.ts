#!/usr/bin/env node
/** The driver of the deploy script in tests: whoever runs it is asked to do what it says. */
const [what = "", ...rest] = process.argv.slice(2)
const answer = await fetch(`${process.env["DEPLOY_TEST_URL"]}/${[what, ...rest].join("/")}`)
process.stdout.write(await answer.text())
process.exitCode = answer.ok ? 0 : 1
