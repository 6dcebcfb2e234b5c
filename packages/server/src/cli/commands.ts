import type { Command } from './command.js'
import { addOfficerHelp } from './help-texts.js'
import { officerOrders } from './officer-orders.js'

/** Every command; what one needs is loaded when it is asked for. */
export const commands: readonly Command[] = [
  {
    words: 'start',
    summary: 'serve the API; keys and database are made at the first start',
    run: async (_args, read) => (await import('./start.js')).start(read()),
  },
  {
    words: 'doctor',
    summary: 'check settings, keys, database, clock and disk; ends with 1 when something is wrong',
    run: async () => (await import('./run-doctor.js')).runDoctor(process.env),
  },
  {
    words: 'migrate',
    summary: 'bring the tables up to date, then end',
    run: async (_args, read) => (await import('./migrate.js')).migrate(read()),
  },
  {
    words: 'backup',
    usage: '<file>',
    summary: 'copy the SQLite database whole while the server runs; keys are not in it',
    run: async (args, read) => (await import('./run-backup.js')).runBackup(args, read()),
  },
  {
    words: 'keys prepare',
    summary: 'make the next keys, for every server to know before one uses them',
    run: async (_args, read) => (await import('./prepare-keys.js')).prepareKeys(read()),
  },
  {
    words: 'keys rotate',
    summary: 'sign and seal with the next keys, or new ones; older ones still verify and open',
    run: async (_args, read) => (await import('./rotate-keys.js')).rotateKeys(read()),
  },
  {
    words: 'keys root',
    summary: 'print the public root key that verifiers without a network pin',
    run: async (_args, read) => (await import('./print-root.js')).printRoot(read()),
  },
  {
    words: 'keys reseal',
    summary: 'seal every row with the newest encryption key, while the servers run',
    run: async (_args, read) => (await import('./reseal.js')).reseal(read()),
  },
  {
    words: 'keys retire',
    summary: 'take away encryption keys that no row is sealed with any more',
    run: async (_args, read) => (await import('./retire-keys.js')).retireKeys(read()),
  },
  {
    words: 'partners add',
    usage: '--name <name> --origins <origins>',
    summary: 'make a publishable key for a partner and the origins of its pages',
    run: async (args, read) => (await import('./partners.js')).addPartner(args, read()),
  },
  {
    words: 'partners list',
    summary: 'list partners, their keys and origins',
    run: async (_args, read) => (await import('./partners.js')).listPartners(read()),
  },
  {
    words: 'partners change',
    usage: '<key> --origins <origins>',
    summary: 'give a partner other origins',
    run: async (args, read) => (await import('./partners.js')).changePartner(args, read()),
  },
  {
    words: 'partners remove',
    usage: '<key>',
    summary: 'let a partner in no more, within seconds on every node',
    run: async (args, read) => (await import('./partners.js')).removePartner(args, read()),
  },
  {
    words: 'officers add',
    usage: '--username <name> --name <display name> --role <role> --areas <codes>',
    summary: 'add an officer; see kbyt-server officers add --help',
    help: addOfficerHelp,
    run: async (args, read) => (await import('./run-add-officer.js')).runAddOfficer(args, read()),
  },
  ...officerOrders.map(
    ({ order, summary }): Command => ({
      words: `officers ${order}`,
      usage: '--username <name>',
      summary,
      run: async (args, read) =>
        (await import('./order-officer.js')).orderOfficer(order, args, read()),
    }),
  ),
  {
    words: 'audit verify',
    usage: '[--heads <file>]… [--without-heads] [--archive <file>]…',
    summary: 'name the first bad row of the audit log; ends with 1 when there is one',
    run: async (args, read) => (await import('./audit-verify.js')).auditVerify(args, read()),
  },
  {
    words: 'audit cut',
    usage: '--days <days> --archive <file>',
    summary: "move rows of this node's audit log that are older into a file",
    run: async (args, read) => (await import('./audit-cut.js')).auditCut(args, read()),
  },
]
