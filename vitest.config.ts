import { availableParallelism } from 'node:os'
import { playwright } from '@vitest/browser-playwright'
import { msw } from 'msw/vite'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { findBrowser, launchArgs } from './scripts/browser.mjs'
import LongestFirst from './scripts/longest-first.mjs'
import { makeY4m } from './scripts/make-y4m.mjs'

const { executablePath, env } = await findBrowser()
const camera = `${import.meta.dirname}/.cache/camera.y4m`
await makeY4m(camera, 'KBYT')

// Tests run on the packages' sources: nothing has to be built first.
const nodeConditions = ['@kbyt/source', ...defaultServerConditions]
const browserConditions = ['@kbyt/source', ...defaultClientConditions]

// Days are Vietnam's whatever zone a machine is in: the rooms that reckon with days run in two beside UTC,
// without isolation, which would cost most. `test:long` takes the whole of `node` through all of them.
const zones = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles']
const dayRooms = [
  'packages/sdk/src/{policy,schema,documents,check-in,qr}/*.test.ts',
  'packages/server/src/{declaration,inspection}/*.test.ts',
]
const slow = [
  '**/{*.model,*.properties,properties,mutations,naughty-strings,ecdsa,attacks,revocation}.test.ts',
  // no days in the one; the other starts a process in each zone itself
  '**/{newer-answers,vectors}.test.ts',
]
// Thousands of histories take minutes; a busy machine takes several times as long as an idle one.
const testTimeout = process.env.KBYT_LONG === '1' ? 3_600_000 : 30_000
// No project of Node isolates its files: loading what they share for each anew takes longer than most tests.
const notForNode = ['**/node_modules/**', '**/*.browser.test.ts', '**/*.e2e.test.ts']

export default defineConfig({
  test: {
    // By itself it leaves a core to the machine: with two, everything would run in turn.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './scripts/plain-reporter.mjs'],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
    projects: [
      {
        resolve: { conditions: nodeConditions },
        ssr: { resolve: { conditions: nodeConditions } },
        test: {
          name: 'node',
          environment: 'node',
          isolate: false,
          // Its files wait much for processes that start and end: one more at a time keeps every core busy.
          // So it is a group of its own, after the others: beside the browsers one more would be too many.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 1 },
          globalSetup: ['packages/server/src/store/shared-postgres.setup.ts'],
          testTimeout,
          env: { TZ: process.env.TZ ?? 'UTC' },
          include: ['packages/{server,mock-server}/src/**/*.test.ts'],
          exclude: notForNode,
        },
      },
      {
        resolve: { conditions: nodeConditions },
        ssr: { resolve: { conditions: nodeConditions } },
        test: {
          name: 'node together',
          environment: 'node',
          // Its files name each other without an ending, which Node does not follow.
          server: { deps: { inline: ['@zxing/library'] } },
          testTimeout,
          isolate: false,
          env: { TZ: process.env.TZ ?? 'UTC' },
          include: ['packages/{sdk,widgets}/src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: notForNode,
        },
      },
      ...zones.map((zone) => ({
        resolve: { conditions: nodeConditions },
        ssr: { resolve: { conditions: nodeConditions } },
        test: {
          name: `node in ${zone}`,
          environment: 'node' as const,
          env: { TZ: zone },
          isolate: false,
          include: [...dayRooms, 'tests/zone.test.ts'],
          exclude: [...notForNode, ...slow],
        },
      })),
      {
        plugins: [msw({ mode: 'worker-only' })],
        resolve: { conditions: browserConditions },
        optimizeDeps: {
          // Everything a test page imports: found late, Vite would reload the page amid a run.
          include: [
            '@kbyt/sdk > cborg',
            '@kbyt/sdk > idb',
            '@kbyt/sdk > jose',
            '@kbyt/sdk > jose/base64url',
            '@kbyt/sdk > jose/jws/compact/sign',
            '@kbyt/sdk > jose/jws/compact/verify',
            '@kbyt/sdk > jose/key/export',
            '@kbyt/sdk > jose/key/generate/keypair',
            '@kbyt/sdk > ky',
            '@kbyt/sdk > uuid',
            '@kbyt/sdk > zod/mini',
            '@kbyt/widgets > @zxing/library/esm/core/BinaryBitmap.js',
            '@kbyt/widgets > @zxing/library/esm/core/DecodeHintType.js',
            '@kbyt/widgets > @zxing/library/esm/core/ResultMetadataType.js',
            '@kbyt/widgets > @zxing/library/esm/core/RGBLuminanceSource.js',
            '@kbyt/widgets > @zxing/library/esm/core/common/HybridBinarizer.js',
            '@kbyt/widgets > @zxing/library/esm/core/qrcode/QRCodeReader.js',
            '@kbyt/widgets > lit',
            '@kbyt/widgets > lit/decorators.js',
            '@kbyt/widgets > lit/directives/live.js',
            '@kbyt/widgets > qr/decode.js',
            '@kbyt/widgets > qrcode',
            '@kbyt/widgets > react',
            '@kbyt/widgets > react-dom/client',
            '@kbyt/widgets > zxing-wasm/reader',
            '@kbyt/server > hono',
            '@kbyt/mock-server > msw',
            '@kbyt/mock-server > msw/browser',
            'axe-core',
            'vitest-browser-lit',
          ],
        },
        test: {
          name: 'browser',
          testTimeout: 60_000,
          include: ['packages/**/src/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // Chromium opens the file anew at each getUserMedia: a test says what it shows next.
            commands: { showToCamera: (_context: unknown, text: string) => makeY4m(camera, text) },
            provider: playwright({
              launchOptions: {
                executablePath,
                env: { ...process.env, ...env },
                args: launchArgs(camera),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          isolate: false,
          include: ['tests/**/*.e2e.test.ts'],
          globalSetup: ['tests/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
