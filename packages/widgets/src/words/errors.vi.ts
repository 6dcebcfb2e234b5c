import type { ErrorCode } from '@kbyt/sdk'

/** What happened and what to do next. `{wait}` and `{triesLeft}` are filled in. */
export const errors: Record<ErrorCode, string> = {
  input_invalid: 'Một số thông tin chưa đúng. Vui lòng sửa các mục được đánh dấu rồi gửi lại.',
  json_malformed: 'Yêu cầu chưa đọc được. Vui lòng tải lại trang rồi thử lại.',
  header_invalid: 'Yêu cầu chưa đọc được. Vui lòng tải lại trang rồi thử lại.',
  idempotency_key_missing: 'Yêu cầu chưa đầy đủ. Vui lòng tải lại trang rồi thử lại.',
  session_required: 'Vui lòng xác thực số điện thoại để tiếp tục.',
  session_expired: 'Phiên làm việc đã hết hạn. Vui lòng xác thực lại số điện thoại để tiếp tục.',
  key_unknown:
    'Trang hoặc thiết bị này chưa được cấp mã sử dụng dịch vụ, hoặc mã đã bị thu hồi. Vui lòng báo cho đơn vị quản lý.',
  forbidden: 'Tài khoản không có quyền thực hiện việc này. Vui lòng liên hệ quản trị viên.',
  origin_not_allowed:
    'Trang này chưa được phép sử dụng dịch vụ khai báo y tế. Vui lòng báo cho đơn vị quản lý trang hoặc khai báo tại cổng chính thức.',
  not_found: 'Không tìm thấy nội dung yêu cầu. Vui lòng tải lại trang.',
  method_not_allowed: 'Dịch vụ không hỗ trợ yêu cầu này. Vui lòng tải lại trang.',
  idempotency_in_progress: 'Yêu cầu trước đang được xử lý. Vui lòng chờ ít giây rồi thử lại.',
  body_too_large: 'Nội dung gửi quá dài. Vui lòng rút gọn hoặc khai bớt người rồi gửi lại.',
  media_type_unsupported: 'Yêu cầu chưa đọc được. Vui lòng tải lại trang rồi thử lại.',
  idempotency_key_reused: 'Nội dung đã thay đổi so với lần gửi trước. Vui lòng gửi lại.',
  rate_limited: 'Có quá nhiều yêu cầu. Vui lòng thử lại sau {wait}.',
  internal: 'Hệ thống gặp sự cố. Vui lòng thử lại sau ít phút.',
  overloaded: 'Hệ thống đang quá tải. Vui lòng thử lại sau {wait}.',
  otp_rate_limited: 'Số điện thoại này đã nhận nhiều mã. Vui lòng thử lại sau {wait}.',
  otp_blocked:
    'Số điện thoại này tạm thời không nhận được mã vì đã nhập sai nhiều lần. Vui lòng thử lại sau {wait}.',
  otp_code_wrong:
    'Mã xác thực chưa đúng. Còn {triesLeft} lần thử. Vui lòng kiểm tra tin nhắn mới nhất.',
  otp_expired: 'Mã xác thực đã hết hạn. Vui lòng yêu cầu mã mới.',
  otp_tries_exhausted: 'Đã nhập sai quá số lần cho phép. Vui lòng yêu cầu mã mới.',
  otp_used: 'Mã xác thực này đã được sử dụng. Vui lòng yêu cầu mã mới.',
  otp_resend_too_soon: 'Vui lòng chờ {wait} rồi yêu cầu gửi lại mã.',
  form_closed: 'Hiện không tiếp nhận tờ khai này. Vui lòng theo dõi thông báo trên trang.',
  declaration_not_found: 'Không tìm thấy tờ khai. Vui lòng tra cứu lại.',
  account_exists: 'Số điện thoại này đã có tài khoản. Vui lòng mở tài khoản đó.',
  account_not_found: 'Số điện thoại này chưa có tài khoản. Vui lòng đăng ký.',
  card_unreadable:
    'Không đọc được thẻ trong ảnh. Vui lòng chụp lại rõ mã QR trên thẻ, hoặc tự nhập các thông tin.',
  ekyc_unavailable: 'Chưa xác minh được lúc này. Tài khoản vẫn dùng được; vui lòng thử lại sau.',
  webhook_forged: 'Không xác minh được thông báo từ hệ thống; thông báo đã bị bỏ qua.',
  webhook_stale: 'Thông báo từ hệ thống đến quá trễ nên đã bị bỏ qua.',
  import_forged: 'Tệp không do hệ thống đã đăng ký ký hoặc đã bị sửa đổi. Vui lòng gửi lại.',
  import_stale: 'Tệp được ký quá lâu. Vui lòng ký và gửi lại.',
  paper_closed: 'Tờ khai giấy này đã được nhập hoặc đã đóng. Vui lòng xem lại danh sách.',
  insurance_not_found:
    'Không tìm thấy thẻ với năm sinh này. Vui lòng kiểm tra lại, hoặc tự nhập các thông tin.',
  insurance_unavailable: 'Chưa tra cứu được thẻ bảo hiểm y tế. Vui lòng tự nhập các thông tin.',
  policy_published: 'Chính sách này đã ban hành, không sửa được. Vui lòng tạo bản nháp mới.',
  policy_dry_run_needed:
    'Bản nháp đã đổi hoặc lần chạy thử đã cũ. Vui lòng chạy thử lại rồi ban hành.',
  policy_version_taken:
    'Đã có chính sách ban hành mang tên phiên bản này. Vui lòng đặt tên phiên bản khác.',
  officer_login_failed: 'Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng. Vui lòng nhập lại.',
  officer_totp_required: 'Nhập mã 6 chữ số trong ứng dụng xác thực để đăng nhập.',
  officer_totp_setup_required:
    'Tài khoản này phải thiết lập ứng dụng xác thực trước khi làm việc. Vui lòng liên hệ quản trị viên.',
  officer_last_administrator:
    'Đây là quản trị viên cuối cùng còn đăng nhập được. Vui lòng cấp quyền cho người khác trước.',
  oidc_refused: 'Đăng nhập một lần không thành công. Vui lòng đăng nhập lại từ đầu.',
  oidc_unavailable:
    'Hệ thống đăng nhập một lần chưa phản hồi. Vui lòng thử lại sau {wait}, hoặc dùng mật khẩu.',
  inspection_placeholder:
    'Dãy 000000000 dùng chung cho trẻ em chưa có giấy tờ. Vui lòng tra cứu bằng số điện thoại hoặc mã QR.',
  audit_unavailable: 'Chưa ghi được nhật ký nên chưa thể tra cứu. Vui lòng thử lại sau ít phút.',
  arrival_elsewhere: 'Chưa đăng ký lưu trú tại đây.',
  export_too_large:
    'Danh sách quá dài để xuất một lần. Vui lòng thu hẹp khoảng ngày, địa bàn hoặc thôn/tổ.',
  qr_malformed: 'Mã QR không đọc được hoặc bị thiếu. Vui lòng quét lại.',
  qr_foreign: 'Đây không phải mã QR khai báo y tế. Vui lòng quét mã QR được cấp sau khi khai báo.',
  qr_wrong_kind: 'Đây là mã QR loại khác. Vui lòng quét mã QR của tờ khai.',
  qr_unknown_key:
    'Mã QR do đơn vị khác cấp hoặc khóa đã ngừng dùng. Vui lòng tra cứu bằng số giấy tờ.',
  qr_forged:
    'Mã QR giả mạo hoặc đã bị sửa đổi. Vui lòng yêu cầu xuất trình giấy tờ và tra cứu bằng số giấy tờ.',
  qr_not_yet_valid:
    'Mã QR chưa đến thời điểm có hiệu lực. Vui lòng kiểm tra ngày giờ của thiết bị.',
  qr_expired: 'Mã QR đã hết hạn. Vui lòng khai báo lại để nhận mã mới.',
  qr_revoked: 'Tờ khai của mã QR này đã bị thu hồi. Vui lòng khai báo lại.',
  qr_replayed: 'Mã QR này đã được sử dụng. Vui lòng mở lại mã trên điện thoại rồi quét lại.',
  trust_malformed: 'Dữ liệu kiểm tra nhận được bị hỏng. Hệ thống vẫn dùng dữ liệu hợp lệ gần nhất.',
  trust_forged: 'Dữ liệu kiểm tra không phải của cổng này nên đã bị từ chối.',
  trust_not_yet_valid:
    'Dữ liệu kiểm tra ghi ngày sau giờ của máy. Vui lòng kiểm tra đồng hồ của máy.',
  trust_rolled_back: 'Dữ liệu kiểm tra cũ hơn dữ liệu đang có nên đã bị từ chối.',
  trust_stale: 'Dữ liệu kiểm tra đã cũ. Vui lòng kết nối mạng để cập nhật trước khi kết luận.',
  document_malformed: 'Không đọc được giấy tờ. Vui lòng quét lại hoặc nhập bằng tay.',
  poster_revoked: 'Mã QR này của địa điểm đã bị thay thế. Vui lòng quét mã mới dán tại địa điểm.',
  visit_expired: 'Lượt ra vào này đã quá 14 ngày nên không gửi được nữa.',
  storage_full:
    'Thiết bị đã hết chỗ lưu nên lượt này chưa được lưu. Vui lòng giải phóng bộ nhớ rồi thử lại.',
  storage_unavailable:
    'Thiết bị không cho phép lưu nên lượt này chưa được lưu. Vui lòng tắt chế độ ẩn danh rồi thử lại.',
  camera_unavailable: 'Không dùng được máy ảnh. Vui lòng chọn ảnh có mã QR hoặc nhập bằng tay.',
  offline:
    'Không có kết nối mạng. Thông tin đã nhập vẫn được giữ; vui lòng kiểm tra mạng rồi thử lại.',
  timed_out: 'Máy chủ chưa phản hồi. Thông tin đã nhập vẫn được giữ; vui lòng thử lại.',
  unexpected_answer: 'Máy chủ trả lời không đúng. Vui lòng thử lại sau ít phút.',
}
