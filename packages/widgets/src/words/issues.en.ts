import type { IssueCode } from '@kbyt/sdk/schema'

export const issues: Record<IssueCode, string> = {
  required: 'Answer this question',
  invalid_type: 'Enter this again',
  invalid_format: 'Check how this is written',
  invalid_value: 'Choose or enter this again',
  too_short: 'This is too short; enter it in full',
  too_long: 'This is too long; shorten it',
  too_few: 'Choose at least one',
  too_many: 'There are too many; remove some',
  unknown_key: 'Something here is not supported; reload the page',
  name_characters: 'A full name has only letters, spaces, full stops, hyphens and apostrophes',
  name_marks: 'The name has accents that do not belong together; enter it again',
  text_characters: 'The text has invisible characters; type it in again',
  phone_impossible: 'Enter a mobile number with 10 digits, such as 0905 123 456',
  phone_not_mobile: 'This is not a Vietnamese mobile number; enter one',
  phone_not_callable:
    'Enter a mobile number, or a landline with its area code, such as 0234 3822 122',
  document_format:
    'Enter the number as printed: ID card 12 digits, old ID card 9, social insurance 10, or a passport number',
  document_repeated_digit:
    'A document number cannot be one digit repeated; enter the number on the document',
  document_placeholder_adult:
    'Nine zeros are only for a child under 16 without papers. Enter the document number',
  document_number_needed:
    'An account needs a document with a number. Choose CCCD, CMND, passport or social insurance number.',
  birth_year_range: 'The year of birth must be 1900 or later',
  birth_date_future: 'The year of birth cannot be in the future',
  birth_date_impossible:
    'This date does not exist. Enter a year of 4 digits, or day, month and year',
  date_impossible: 'Choose a date that exists',
  date_order: 'The last day cannot be before the first',
  date_outside_window: 'The date is outside the time asked about; choose another',
  place_unknown: 'This place is not in the list; choose again',
  hamlet_required: 'Enter the hamlet or neighbourhood group',
  district_required: 'Choose a district',
  option_unknown: 'This choice is no longer in the list; choose again',
  answer_missing: 'Choose Yes or No',
  consent_missing: 'Agree to this to send the declaration',
  consent_outdated: 'This text has changed. Reload the page and read the new one',
  self_missing: 'The declarer’s own details are needed',
  self_twice: 'Only one person can be the declarer; choose another relation',
  hamlet_twice: 'A hamlet is in the list twice; leave one out',
  person_twice:
    'This document number is already used for another person in this declaration; check it',
  post_unknown: 'This checkpoint is not in the list; choose again',
  reason_unknown: 'This reason is not in the list; choose again',
  area_unknown: 'This area is not in the list, choose again',
  area_not_allowed: 'This role does not take the chosen area, choose again',
  username_taken: 'This user name is taken, choose another one',
  identity_taken: 'This single sign-on account belongs to another officer',
  left_province_visitor:
    'Only residents coming back give the day they left. Clear it, or change who you are',
  left_province_late: 'The day of leaving the province cannot be after the departure',
  sent_by_not_duty:
    'Name an organisation only when the purpose is official duty. Clear it, or change the purpose',
  stay_missing: 'Enter at least one place you stayed at or visited, the one you come from included',
  arrival_order: 'The arrival must be after the departure',
  arrival_past: 'This arrival is too long ago; check the day and the year',
  arrival_far:
    'You can declare at most 30 days before you arrive. Check the date, or declare later',
  destination_outside: 'The place of stay must be in this province; choose again',
  stay_until_order: 'The last day of your stay cannot be before you arrive',
  paper_time_future: 'The moment on the paper cannot be in the future',
}
