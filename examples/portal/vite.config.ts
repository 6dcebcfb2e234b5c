import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

/** Puts `parts/<name>.html` where a page says `<!-- part: <name> -->`: masthead and footer are written once. */
const parts: Plugin = {
  name: 'portal-parts',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(/<!-- part: (\w+) -->/g, (_, name) =>
        readFileSync(join(import.meta.dirname, `parts/${name}.html`), 'utf8').trim(),
      ),
  },
}

export default defineConfig(({ command }) => ({
  // `dev` runs the packages' sources, so an edit shows at once; a build uses what they publish.
  resolve: command === 'serve' ? { conditions: ['@kbyt/source', ...defaultClientConditions] } : {},
  plugins: [parts],
  server: { host: 'localhost' },
  build: {
    target: 'es2022',
    // The pages run under a CSP without data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: globSync(['*.html', 'kiemtra/*.html'], { cwd: import.meta.dirname }),
    },
  },
}))
