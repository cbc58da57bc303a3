// Zod asks at its first schema whether it may compile code. The page's policy says no and reports the question; so it is told beforehand.
;(globalThis as { __zod_globalConfig?: { jitless?: boolean } }).__zod_globalConfig = { jitless: true }

export {}
