// What takes too long for every run: each test that counts reads KBYT_LONG and tries more, most 50 times as much;
// then the whole of the node projects in other zones, as no day of Vietnam may depend on the machine's.
import { spawnSync } from 'node:child_process'

const projects = ['--project', 'node', '--project', 'node together']
const zones = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati']

/** @param {readonly string[]} filters @param {Record<string, string>} env */
function runNode(filters, env) {
  const { status } = spawnSync('vitest', ['run', ...projects, ...filters], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  return status ?? 1
}

const given = process.argv.slice(2)
const statuses = [runNode(given, { KBYT_LONG: '1' }), ...zones.map((TZ) => runNode(given, { TZ }))]
process.exitCode = Math.max(...statuses)
