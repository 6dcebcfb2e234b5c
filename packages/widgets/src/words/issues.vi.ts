import type { IssueCode } from '@kbyt/sdk/schema'

/** Said at a field that has no sentence of its own for the code. */
export const issues: Record<IssueCode, string> = {
  required: 'Vui lòng trả lời mục này',
  invalid_type: 'Vui lòng nhập lại mục này',
  invalid_format: 'Vui lòng kiểm tra cách viết',
  invalid_value: 'Vui lòng chọn hoặc nhập lại mục này',
  too_short: 'Nội dung quá ngắn, vui lòng nhập đầy đủ',
  too_long: 'Nội dung quá dài, vui lòng rút gọn',
  too_few: 'Vui lòng chọn ít nhất một mục',
  too_many: 'Quá số lượng cho phép, vui lòng bỏ bớt',
  unknown_key: 'Có mục không được hỗ trợ, vui lòng tải lại trang',
  name_characters: 'Họ và tên chỉ gồm chữ cái, dấu cách, dấu chấm, gạch nối và dấu nháy',
  name_marks: 'Họ và tên có dấu không hợp lệ, vui lòng nhập lại',
  text_characters: 'Nội dung có ký tự không hiển thị được, vui lòng nhập lại bằng tay',
  phone_impossible: 'Nhập số điện thoại di động gồm 10 chữ số, ví dụ 0905 123 456',
  phone_not_mobile: 'Đầu số này không phải di động Việt Nam, vui lòng nhập số di động',
  phone_not_callable: 'Nhập số di động, hoặc số cố định kèm mã vùng, ví dụ 0234 3822 122',
  document_format:
    'Nhập đúng số giấy tờ: CCCD 12 chữ số, CMND 9 chữ số, BHXH 10 chữ số, hoặc số hộ chiếu',
  document_repeated_digit:
    'Số giấy tờ không thể gồm một chữ số lặp lại, vui lòng nhập số trên giấy tờ',
  document_placeholder_adult:
    'Chín số 0 chỉ dùng cho trẻ em dưới 16 tuổi chưa có giấy tờ. Vui lòng nhập số giấy tờ',
  document_number_needed:
    'Tài khoản cần giấy tờ có số. Vui lòng chọn CCCD, CMND, hộ chiếu hoặc số BHXH.',
  birth_year_range: 'Năm sinh phải từ 1900 trở đi',
  birth_date_future: 'Năm sinh không thể ở tương lai',
  birth_date_impossible: 'Ngày sinh không có thật. Nhập năm gồm 4 chữ số, hoặc đủ ngày, tháng, năm',
  date_impossible: 'Vui lòng chọn một ngày có thật',
  date_order: 'Đến ngày không được trước Từ ngày',
  date_outside_window: 'Ngày nằm ngoài khoảng thời gian được hỏi, vui lòng chọn lại',
  place_unknown: 'Địa danh không có trong danh mục, vui lòng chọn lại',
  hamlet_required: 'Nhập thôn hoặc tổ dân phố',
  district_required: 'Chọn quận, huyện, thị xã hoặc thành phố',
  option_unknown: 'Lựa chọn không còn trong danh mục, vui lòng chọn lại',
  answer_missing: 'Chọn Có hoặc Không',
  consent_missing: 'Cần đồng ý nội dung này để gửi tờ khai',
  consent_outdated: 'Nội dung đồng ý đã được cập nhật. Vui lòng tải lại trang và đọc bản mới',
  self_missing: 'Cần có thông tin của người khai',
  self_twice: 'Chỉ một người được là người khai, vui lòng chọn lại quan hệ',
  hamlet_twice: 'Có thôn/tổ dân phố được nhập hai lần, vui lòng bỏ bớt',
  person_twice: 'Số giấy tờ này đã khai cho người khác trong tờ khai, vui lòng kiểm tra',
  post_unknown: 'Chốt kiểm soát không có trong danh mục, vui lòng chọn lại',
  reason_unknown: 'Lý do không có trong danh mục, vui lòng chọn lại',
  area_unknown: 'Địa bàn không có trong danh mục, vui lòng chọn lại',
  area_not_allowed: 'Vai trò này không nhận địa bàn đã chọn, vui lòng chọn lại',
  username_taken: 'Tên đăng nhập đã có người dùng, vui lòng chọn tên khác',
  identity_taken: 'Tài khoản đăng nhập một lần này đã gắn với cán bộ khác',
  left_province_visitor:
    'Chỉ người trong tỉnh quay về mới khai ngày rời tỉnh. Vui lòng xóa ngày này hoặc chọn lại đối tượng',
  left_province_late: 'Ngày rời tỉnh không được sau ngày khởi hành',
  sent_by_not_duty:
    'Chỉ khai cơ quan cử đi khi mục đích là Công tác. Vui lòng xóa mục này hoặc chọn lại mục đích',
  stay_missing: 'Nhập ít nhất một nơi đã ở hoặc đã đến trước khi về, kể cả nơi đi',
  arrival_order: 'Giờ đến phải sau giờ khởi hành',
  arrival_past: 'Ngày đến đã qua quá lâu, vui lòng kiểm tra lại ngày và năm',
  arrival_far:
    'Chỉ khai được trước ngày đến tối đa 30 ngày. Vui lòng kiểm tra lại ngày đến, hoặc khai sau',
  destination_outside: 'Nơi đăng ký lưu trú phải ở trong tỉnh này, vui lòng chọn lại',
  stay_until_order: 'Ngày lưu trú đến không được trước ngày đến nơi',
  paper_time_future: 'Ngày giờ trên tờ giấy không thể ở tương lai',
}
