import { describe, expect, it } from 'vitest'
import {
  forms,
  hasForms,
  hasSourceForms,
  ncoviConditions,
} from '../packages/sdk/src/schema/forms.setup.js'
import { conditions } from '../packages/server/src/portal/default-options.js'
import { en as formEn } from '../packages/widgets/src/words/declaration-form.en.js'
import { vi as formVi } from '../packages/widgets/src/words/declaration-form.vi.js'
import { en as inspectionEn } from '../packages/widgets/src/words/inspection.en.js'
import { vi as inspectionVi } from '../packages/widgets/src/words/inspection.vi.js'
import { en as lookupEn } from '../packages/widgets/src/words/lookup.en.js'
import { vi as lookupVi } from '../packages/widgets/src/words/lookup.vi.js'
import { en as otpEn } from '../packages/widgets/src/words/otp-form.en.js'
import { vi as otpVi } from '../packages/widgets/src/words/otp-form.vi.js'
import { en as qrViewEn } from '../packages/widgets/src/words/qr-view.en.js'
import { vi as qrViewVi } from '../packages/widgets/src/words/qr-view.vi.js'

const both = (vi: string, en: string) => ({ vi, en })

/** What the elements say where the dispatch has a sentence for it. */
const strings = {
  lookUp: both(lookupVi.lookup.submit, lookupEn.lookup.submit),
  confirm: both(otpVi.otp.verify, otpEn.otp.verify),
  enterOtp: both(otpVi.otp.code, otpEn.otp.code),
  checkResult: both(inspectionVi.result.title, inspectionEn.result.title),
  stepPhone: both(formVi.form.stepPhone, formEn.form.stepPhone),
  forRelative: both(formVi.people.add, formEn.people.add),
  submit: both(formVi.check.submit, formEn.check.submit),
  update: both(lookupVi.lookup.update, lookupEn.lookup.update),
  warning: both(formVi.check.warning, formEn.check.warning),
  keepQr: both(qrViewVi.qrView.keepQr, qrViewEn.qrView.keepQr),
}

describe.skipIf(!hasForms)('the words of the dispatch (domain/forms.json)', () => {
  it.each(Object.entries(strings))('are ours for %s, in both languages', (id, own) => {
    expect(own).toEqual(forms.strings[id])
  })

  it('are those of the officer’s desk', () => {
    const { desk } = inspectionVi
    const { heading, tabs, inputs, button } = forms.staff

    expect([desk.heading, desk.domesticTab]).toEqual([heading.vi, tabs[1]?.vi])
    expect([desk.idNumber, desk.phone]).toEqual(inputs.map(({ vi }) => vi))
    expect(desk.lookUp).toBe(button.vi)
  })
})

describe.skipIf(!hasSourceForms)('the conditions of NCOVI (domain/source-forms.json)', () => {
  it('are the ones asked for, pregnancy apart, with "mạn tính" for "mãn tính"', () => {
    const asked = ncoviConditions
      .filter(([name]) => name !== 'mangThai')
      .map(([, vi, en]) => ({ vi: vi.replace('mãn tính', 'mạn tính'), en }))

    expect(conditions.map(({ label }) => label)).toEqual(asked)
  })
})
