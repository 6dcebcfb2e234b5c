import type { ConfigOption } from '@kbyt/sdk/schema'

const option = (value: string, vi: string, en: string): ConfigOption => ({
  value,
  label: { vi, en },
})

export const symptoms = [
  option('fever', 'Sốt', 'Fever'),
  option('cough', 'Ho', 'Cough'),
  option('dyspnea', 'Khó thở', 'Difficulty breathing'),
  option('pneumonia', 'Viêm phổi', 'Pneumonia'),
  option('sore-throat', 'Đau họng', 'Sore throat'),
  option('fatigue', 'Mệt mỏi', 'Fatigue'),
  option('taste-loss', 'Thay đổi vị giác, khứu giác', 'Change of taste or smell'),
]

export const contacts = [
  option(
    'patient',
    'Người mắc hoặc nghi ngờ mắc COVID-19',
    'A person with confirmed or suspected COVID-19',
  ),
  option(
    'from-affected-country',
    'Người từ nước có dịch COVID-19',
    'A person from a country with COVID-19',
  ),
  option(
    'symptomatic',
    'Người có biểu hiện sốt, ho, khó thở hoặc viêm phổi',
    'A person with fever, cough, difficulty breathing or pneumonia',
  ),
]

/** NCOVI's list; pregnancy is a question of its own. */
export const conditions = [
  option('liver', 'Bệnh gan mạn tính', 'Chronic liver disease'),
  option('blood', 'Bệnh máu mạn tính', 'Chronic blood disease'),
  option('lung', 'Bệnh phổi mạn tính', 'Chronic lung disease'),
  option('kidney', 'Bệnh thận mạn tính', 'Chronic kidney disease'),
  option('heart', 'Bệnh tim mạch', 'Heart disease'),
  option('hypertension', 'Huyết áp cao', 'High blood pressure'),
  option('immune-deficiency', 'Suy giảm miễn dịch', 'Immune deficiency'),
  option('transplant', 'Người nhận ghép tạng', 'Organ transplant recipient'),
  option('diabetes', 'Tiểu đường', 'Diabetes'),
  option('cancer', 'Ung thư', 'Cancer'),
]

export const inspectionReasons = [
  option('checkpoint', 'Kiểm tra tại chốt kiểm soát', 'Check at a checkpoint'),
  option('clinic-reception', 'Tiếp nhận tại cơ sở y tế', 'Reception at a clinic'),
  option('health-follow-up', 'Rà soát y tế', 'Health follow-up'),
  option('contact-tracing', 'Truy vết tiếp xúc', 'Contact tracing'),
]
