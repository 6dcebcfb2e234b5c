import { BaseSequencer } from 'vitest/node'

/** What takes longest, in this order. A fresh clone knows no durations, and a long file begun last runs alone. */
const longest = [
  'tests/citizen.e2e.test.ts',
  'tests/officer.e2e.test.ts',
  'tests/pages.e2e.test.ts',
  'tests/start.e2e.test.ts',
  'packages/sdk/src/otp/otp.model.test.ts',
  'packages/widgets/src/scanner/decoder/seeded.test.ts',
  'packages/sdk/src/check-in/outbox.model.test.ts',
  'packages/widgets/src/declaration-form/declaration-form.browser.test.ts',
  'packages/widgets/src/inspection/inspection.browser.test.ts',
  'packages/widgets/src/declaration-form/accessibility.browser.test.ts',
  'packages/widgets/src/scanner/scanner.browser.test.ts',
  'packages/widgets/src/reader/reader-test.browser.test.ts',
  'packages/widgets/src/qr-view/qr-view.browser.test.ts',
  'packages/server/src/cli.test.ts',
  'packages/server/src/durability/kill.test.ts',
  'packages/server/src/node/shutdown.test.ts',
  'packages/server/src/matrix/matrix.test.ts',
  'packages/server/src/store/sql/postgres-store.test.ts',
  'packages/server/src/node/open-backend.test.ts',
]

/** Vitest's order of groups and projects; within a project the longest files first. */
export default class LongestFirst extends BaseSequencer {
  /** @override @type {BaseSequencer['sort']} */
  async sort(files) {
    const sorted = await super.sort(files)
    /** @type {Map<string, typeof files>} */
    const projects = new Map()
    for (const file of sorted) {
      const { name } = file.project
      projects.set(name, [...(projects.get(name) ?? []), file])
    }
    return [...projects.values()].flatMap((own) => own.toSorted((a, b) => rank(a) - rank(b)))
  }
}

/** @param {import('vitest/node').TestSpecification} file */
function rank({ moduleId }) {
  const index = longest.findIndex((path) => moduleId.endsWith(path))
  return index === -1 ? longest.length : index
}
