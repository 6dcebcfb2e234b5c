// Finds a Chromium, or gets one, without a person doing anything:
//   1. $CHROMIUM_PATH  2. the one pinned in the lockfile (Linux x64)  3. one on this machine
//   4. Playwright's download  5. apt-get, as root on Debian.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join, resolve } from 'node:path'

/** @typedef {{ executablePath: string, env: Record<string, string>, source: string }} Browser */

const { resolve: resolvePackage } = createRequire(import.meta.url)
const root = resolve(import.meta.dirname, '..')

// Vitest evaluates its config several times at once in one process, each time with a fresh copy of
// this module: one promise for all of them.
const shared = /** @type {{ kbytBrowser?: Promise<Browser> }} */ (globalThis)

/**
 * Returns a browser that runs here; start it with its `env`.
 *
 * @returns {Promise<Browser>}
 */
export function findBrowser() {
  shared.kbytBrowser ??= search()
  return shared.kbytBrowser
}

/**
 * The flags every launch needs: for root and a small /dev/shm, and a camera that plays a file.
 *
 * @param {string} [camera] Absolute path of a .y4m or .mjpeg file, without `..`.
 */
export function launchArgs(camera) {
  const flags = [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
  ]
  return camera ? [...flags, `--use-file-for-fake-video-capture=${camera}`] : flags
}

/** @returns {Promise<Browser>} */
async function search() {
  const given = process.env.CHROMIUM_PATH
  if (given) return { executablePath: given, env: {}, source: 'CHROMIUM_PATH' }
  const found = (await pinned()) ?? installed() ?? (await playwrights()) ?? apt()
  if (found) return found
  throw new Error('No Chromium here and none could be had: install Chrome or set CHROMIUM_PATH.')
}

/** @returns {Promise<Browser | undefined>} */
async function pinned() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = resolve(resolvePackage('@sparticuz/chromium'), '../..')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const cache = join(root, 'node_modules/.cache', `chromium-${version}`)
  const executablePath = join(cache, 'chromium')
  if (!existsSync(executablePath)) await unpack(folder, cache)

  const fonts = { FONTCONFIG_FILE: writeFontConfig(cache) }
  const libraries = [join(cache, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
  const withLibraries = { ...fonts, LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter) }
  const env = [fonts, withLibraries].find((candidate) => runs(executablePath, candidate))
  return env && { executablePath, env, source: `@sparticuz/chromium ${version}` }
}

/**
 * The package unpacks into the temporary folder and takes any `chromium` it finds there, so it gets
 * a folder of its own, renamed into place when complete.
 *
 * @param {string} folder
 * @param {string} cache
 */
async function unpack(folder, cache) {
  const part = `${cache}.${randomUUID()}.part`
  mkdirSync(part, { recursive: true })
  const saved = process.env.TMPDIR
  process.env.TMPDIR = part
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(join(folder, 'bin/al2023.tar.br')) // NSS, NSPR and expat, where there are none
  } finally {
    if (saved === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = saved
  }
  try {
    renameSync(part, cache)
  } catch (error) {
    if (!existsSync(join(cache, 'chromium'))) throw error // else another process was faster
    rmSync(part, { recursive: true, force: true })
  }
}

/**
 * The package's own file names a temporary folder; without fonts all text has no size.
 *
 * @param {string} cache
 */
function writeFontConfig(cache) {
  const file = join(cache, 'fonts.conf')
  const lines = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `<dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
  ]
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

/**
 * @param {string} executablePath
 * @param {Record<string, string>} env
 */
function runs(executablePath, env) {
  try {
    execFileSync(executablePath, ['--version', '--no-sandbox'], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      timeout: 30_000,
    })
    return true
  } catch {
    return false
  }
}

/** @returns {Browser | undefined} */
function installed() {
  const executablePath = installedPaths().find((path) => existsSync(path))
  return executablePath ? { executablePath, env: {}, source: 'this machine' } : undefined
}

function installedPaths() {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ])
  return ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(
    (name) => `/usr/bin/${name}`,
  )
}

/** @returns {Promise<Browser | undefined>} */
async function playwrights() {
  const { chromium } = await import('playwright')
  const executablePath = chromium.executablePath()
  if (!existsSync(executablePath)) {
    const cli = resolve(resolvePackage('playwright/package.json'), '../cli.js')
    attempt(process.execPath, [cli, 'install', '--only-shell', 'chromium'])
  }
  return existsSync(executablePath) ? { executablePath, env: {}, source: 'Playwright' } : undefined
}

/** @returns {Browser | undefined} */
function apt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  attempt('apt-get', ['update', '-q'])
  attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
  return installed()
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync(command, args, { stdio: 'inherit', env, timeout: 600_000 })
  } catch (error) {
    console.error(`${command}: ${error instanceof Error ? error.message : error}`)
  }
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await findBrowser()))
