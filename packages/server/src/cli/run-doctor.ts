import { examine } from '../doctor/examine.js'

/** Prints a line per check; the process ends with 1 when one of them failed. */
export async function runDoctor(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const findings = await examine(environment)
  const width = Math.max(...findings.map(({ name }) => name.length))
  for (const { level, name, text } of findings) {
    console.log(`${level.padEnd(4)}  ${name.padEnd(width)}  ${text}`)
  }
  if (findings.some(({ level }) => level === 'fail')) process.exitCode = 1
}
