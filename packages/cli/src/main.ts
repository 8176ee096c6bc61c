#!/usr/bin/env node
/** Starts the program. What was compiled once is kept for the next start, of which compiling is the larger part. */
import { enableCompileCache } from "node:module"

enableCompileCache()
await import("./znatoki.ts")
