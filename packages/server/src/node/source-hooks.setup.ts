import { existsSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Dozens of processes read the same sources: all but the first find them compiled.
enableCompileCache(join(tmpdir(), 'kbyt-compile-cache'))

// Lets a spawned Node run the sources: their imports say .js, as the built files are called.
registerHooks({
  resolve(specifier, context, next) {
    const isOurs =
      /^\.{1,2}\/.+\.js$/.test(specifier) && !context.parentURL?.includes('/node_modules/')
    if (!isOurs || !context.parentURL) return next(specifier, context)
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    const isSource = source.protocol === 'file:' && existsSync(fileURLToPath(source))
    return next(isSource ? source.href : specifier, context)
  },
})
