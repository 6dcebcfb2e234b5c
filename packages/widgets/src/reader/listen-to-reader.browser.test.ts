import { html, type TemplateResult } from 'lit'
import { afterEach, describe, expect, it } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-lit'
import { tcvn, throughTelex, throughUnnamedTelex, throughVni, toKeys } from './keyboard.setup.js'
import { listenToReader } from './listen-to-reader.js'
import { pressKeys } from './press-keys.setup.js'
import { testCodes } from './test-codes.js'

const digits = testCodes[0]!.text.slice(0, 60)
const card = '046199000001|190000001|Nguyeen Thi Maa Thur|15081999|Nu|35 Lee Loiw|20032022'
const scan = toKeys(digits, { paceMs: 4, end: 'Enter' })

let stop = () => {}
afterEach(() => stop())

function setup(content: TemplateResult) {
  const scans: string[] = []
  const { container } = render(content)
  stop = listenToReader({ onScan: ({ text }) => scans.push(text) })
  const find = <Found extends HTMLElement>(selector: string) =>
    container.querySelector<Found>(selector)!
  return { container, scans, find }
}

describe('a scan into a box', () => {
  it('is taken out again, with the selection and direction as they were', async () => {
    const { scans, find } = setup(html`<input value="Trần Thị Bích" />`)
    const box = find<HTMLInputElement>('input')
    const values: string[] = []
    box.focus()
    box.setSelectionRange(5, 8, 'backward')
    box.addEventListener('input', () => values.push(box.value))

    await pressKeys(scan)

    await expect.poll(() => scans).toEqual([digits])
    expect(box.value).toBe('Trần Thị Bích')
    expect([box.selectionStart, box.selectionEnd, box.selectionDirection]).toEqual([
      5,
      8,
      'backward',
    ])
    expect(values[0]).toBe('Trần 1 Bích')
    expect(values.at(-1)).toBe('Trần Thị Bích')
  })

  it.each([
    ['number', '12'],
    ['email', 'a@b.vn'],
    ['date', '2021-03-03'],
  ])('is taken out of a box for %s', async (type, value) => {
    const { scans, find } = setup(html`<input type=${type} .value=${value} />`)
    const box = find<HTMLInputElement>('input')
    box.focus()

    await pressKeys(scan)

    await expect.poll(() => scans).toEqual([digits])
    expect(box.value).toBe(value)
  })

  it('is taken out of a text area that Telex has written over', async () => {
    const { scans, find } = setup(html`<textarea .value=${'Ghi chú:\n'}></textarea>`)
    const area = find<HTMLTextAreaElement>('textarea')
    area.focus()
    area.setSelectionRange(4, 4)

    await pressKeys(throughTelex(toKeys(card, { paceMs: 4, end: 'Enter' })))

    await expect.poll(() => scans[0]).toMatch(/^046199000001\|190000001\|Nguyên/)
    expect([area.value, area.selectionStart]).toEqual(['Ghi chú:\n', 4])
  })

  it('is heard where UniKey names its letters only in keypress', async () => {
    const { scans, find } = setup(html`<input />`)
    find('input').focus()

    await pressKeys(throughUnnamedTelex(toKeys(card, { paceMs: 4, end: 'Enter' })))

    await expect.poll(() => scans[0]).toMatch(/^046199000001\|190000001\|Nguyên/)
  })

  it('leaves what a person typed before it', async () => {
    const { scans, find } = setup(html`<input value="x" />`)
    const box = find<HTMLInputElement>('input')
    box.focus()
    box.setSelectionRange(1, 1)
    const later = scan.map((key) => ({ ...key, timeStamp: key.timeStamp + 900 }))

    await pressKeys([...toKeys('abc', { paceMs: 200 }), ...later])

    await expect.poll(() => scans).toEqual([digits])
    expect(box.value).toBe('xabc')
  })

  it('is taken out of all boxes when the page moves the focus amid it', async () => {
    const { scans, find } = setup(html`<input id="one" value="1" /><input id="two" value="2" />`)
    const [one, two] = [find<HTMLInputElement>('#one'), find<HTMLInputElement>('#two')]
    one.addEventListener('input', () => one.value.length > 20 && two.focus())
    one.focus()

    await pressKeys(scan)

    await expect.poll(() => scans).toEqual([digits])
    expect([one.value, two.value]).toEqual(['1', '2'])
    expect(document.activeElement).toBe(one)
  })

  it('is taken out of a box in a shadow root', async () => {
    const { scans, find } = setup(html`<div></div>`)
    const root = find('div').attachShadow({ mode: 'open' })
    root.innerHTML = '<input value="ab">'
    const box = root.querySelector('input')!
    box.focus()
    box.setSelectionRange(1, 1)

    await pressKeys(scan)

    await expect.poll(() => scans).toEqual([digits])
    expect([box.value, box.selectionStart]).toEqual(['ab', 1])
  })
})

describe('a scan into an editable region', () => {
  const text = html`<div contenteditable="true"><p>Một <b>hai</b> ba</p><p>bốn</p></div>`

  it('leaves the very nodes and the selection that were there', async () => {
    const { scans, find } = setup(text)
    const region = find('div')
    const before = region.innerHTML
    const bold = find('b')
    region.focus()
    getSelection()?.setBaseAndExtent(bold.firstChild!, 1, find('p:last-child').firstChild!, 2)

    await pressKeys(throughVni(toKeys(card, { paceMs: 4, end: 'Enter' })))

    await expect.poll(() => scans[0]).toMatch(/^046199000001\|/)
    expect(region.innerHTML).toBe(before)
    expect(find('b')).toBe(bold)
    expect(getSelection()?.toString()).toMatch(/^ai ba\s+bố$/)
  })

  it('leaves what a person typed before it', async () => {
    const { scans, find } = setup(text)
    find('div').focus()
    getSelection()?.collapse(find('b').firstChild, 3)
    const later = scan.map((key) => ({ ...key, timeStamp: key.timeStamp + 900 }))

    await pressKeys([...toKeys('xyz', { paceMs: 200 }), ...later])

    await expect.poll(() => scans).toEqual([digits])
    expect(find('div').textContent).toBe('Một haixyz babốn')
  })
})

describe('a scan where nothing can be written', () => {
  it('presses no button, though the card holds blanks', async () => {
    const { scans, find } = setup(html`<button></button>`)
    let clicks = 0
    find('button').addEventListener('click', () => clicks++)
    find('button').focus()

    await pressKeys(toKeys(card, { paceMs: 4, end: 'Enter' }), 2)

    await expect.poll(() => scans).toEqual([card])
    expect(clicks).toBe(0)
  })

  it('chooses nothing in a list', async () => {
    const { scans, find } = setup(
      html`<select><option>0</option><option>1</option><option>14</option></select>`,
    )
    find('select').focus()

    await pressKeys(scan)

    await expect.poll(() => scans).toEqual([digits])
    expect(find<HTMLSelectElement>('select').value).toBe('0')
  })

  it('is heard when nothing has the focus', async () => {
    const { scans } = setup(html`<p></p>`)
    ;(document.activeElement as HTMLElement | null)?.blur()

    await pressKeys(toKeys(digits, { paceMs: 4, layout: tcvn, end: 'Tab' }))

    await expect.poll(() => scans).toEqual([digits])
  })
})

describe('what is no scan', () => {
  it('sends the form of a person who types and presses Enter', async () => {
    const { scans, find } = setup(html`<form><input /></form>`)
    let sent = 0
    find('form').addEventListener('submit', (event) => {
      event.preventDefault()
      sent++
    })
    find('input').focus()

    await pressKeys(toKeys('046199000001', { paceMs: 180, end: 'Enter' }), 80)

    await expect.poll(() => sent).toBe(1)
    expect(find<HTMLInputElement>('input').value).toBe('046199000001')
    expect(scans).toEqual([])
  })

  it('leaves a pasted code where it is', async () => {
    const { scans, find } = setup(html`<input />`)
    const box = find<HTMLInputElement>('input')
    box.focus()

    await cdp().send('Input.insertText', { text: digits })
    await userEvent.keyboard('{Enter}')

    await expect.poll(() => box.value).toBe(digits)
    expect(scans).toEqual([])
  })

  it('leaves name and password to the manager that types them', async () => {
    const { scans, find } = setup(html`<form><input id="name" /><input type="password" /></form>`)
    const name = find<HTMLInputElement>('#name')
    name.focus()

    await pressKeys(toKeys('canbo.chot.gahue@example.vn', { paceMs: 2, end: 'Tab' }))
    await pressKeys(toKeys('mat khau rat dai va kho doan', { paceMs: 2 }))

    await expect.poll(() => find<HTMLInputElement>('[type=password]').value).toHaveLength(28)
    expect(name.value).toBe('canbo.chot.gahue@example.vn')
    expect(scans).toEqual([])
  })

  it('listens to no keys that a script makes up', () => {
    const { scans, find } = setup(html`<input />`)

    for (const key of scan) find('input').dispatchEvent(new KeyboardEvent('keydown', key))

    expect(scans).toEqual([])
  })
})
