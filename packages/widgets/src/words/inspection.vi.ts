import { person as naming } from './person.vi.js'
import { vi as shared } from './vi.js'

export const vi = {
  ...shared,
  ...naming,
  errors: {
    ...shared.errors,
    session_required: 'Vui lòng đăng nhập để tiếp tục.',
    session_expired:
      'Phiên làm việc đã hết hạn. Vui lòng đăng nhập lại; nội dung đã nhập vẫn được giữ.',
    forbidden: 'Tài khoản không có quyền tra cứu tại đây. Vui lòng liên hệ quản trị viên.',
    input_invalid: 'Nội dung tra cứu chưa đúng. Vui lòng kiểm tra rồi nhập lại.',
    qr_malformed:
      'Mã QR không đọc được trọn vẹn. Vui lòng quét lại; nếu vẫn không được, tra cứu bằng số giấy tờ hoặc số điện thoại.',
    qr_foreign:
      'Đây không phải mã QR khai báo y tế của hệ thống này. Vui lòng yêu cầu xuất trình mã QR được cấp sau khi khai báo, hoặc tra cứu bằng số giấy tờ.',
    qr_wrong_kind:
      'Đây là mã QR loại khác, không phải mã của tờ khai. Vui lòng yêu cầu xuất trình mã QR của tờ khai, hoặc tra cứu bằng số giấy tờ.',
    qr_unknown_key:
      'Mã QR do đơn vị khác cấp hoặc khóa ký đã ngừng dùng nên chưa xác minh được. Vui lòng tra cứu bằng số giấy tờ hoặc số điện thoại.',
    qr_forged:
      'MÃ QR GIẢ hoặc đã bị sửa đổi. Không chấp nhận mã này: yêu cầu xuất trình giấy tờ, tra cứu bằng số giấy tờ và báo phụ trách chốt.',
    qr_not_yet_valid:
      'Mã QR chưa đến thời điểm có hiệu lực. Vui lòng kiểm tra ngày giờ của máy rồi quét lại.',
    qr_expired:
      'Mã QR là thật nhưng đã hết hạn. Đề nghị khai báo lại; có thể tra cứu tờ khai mới bằng số giấy tờ.',
    qr_revoked:
      'Mã QR là thật nhưng tờ khai đã được rút. Đề nghị khai báo lại; có thể tra cứu tờ khai mới bằng số giấy tờ.',
    offline:
      'Không có kết nối mạng. Nội dung đã nhập vẫn được giữ; vui lòng kiểm tra mạng rồi thử lại.',
  },
  login: {
    title: 'Đăng nhập dành cho cán bộ',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    showPassword: 'Hiện mật khẩu',
    submit: 'Đăng nhập',
    pending: 'Đang đăng nhập…',
    usernameMissing: 'Nhập tên đăng nhập',
    passwordMissing: 'Nhập mật khẩu',
    totpCode: 'Mã xác thực',
    totpCodeHint: 'Mã 6 chữ số đang hiện trong ứng dụng xác thực trên điện thoại của bạn.',
    totpCodeMissing: 'Nhập mã 6 chữ số trong ứng dụng xác thực',
    signOut: 'Đăng xuất',
    signedIn: 'Cán bộ: {name}',
  },
  shift: {
    title: 'Chọn chốt và lý do tra cứu',
    why: 'Chỉ chọn một lần cho cả ca trực. Mỗi lượt tra cứu được ghi nhật ký kèm hai thông tin này.',
    post: 'Chốt kiểm soát',
    reason: 'Lý do tra cứu',
    save: 'Bắt đầu làm việc',
    change: 'Đổi',
    changeLong: 'Đổi chốt và lý do',
    postMissing: 'Chọn chốt kiểm soát',
    reasonMissing: 'Chọn lý do tra cứu',
  },
  desk: {
    // forms.json, staff
    heading: 'ĐĂNG KÝ VÀO TỈNH THỪA THIÊN HUẾ',
    domesticTab: 'KIỂM TRA KBYT TRONG TỈNH',
    idNumber: 'Số CMND/hộ chiếu',
    idNumberHint: 'Nhập số giấy tờ, hoặc để con trỏ ở đây và quét mã QR bằng máy quét.',
    phone: 'Số điện thoại',
    lookUp: 'Tra cứu',
    pending: 'Đang tra cứu…',
    scan: 'Quét mã QR',
    queryMissing: 'Nhập số giấy tờ hoặc số điện thoại, hoặc quét mã QR',
    garbled:
      'Máy quét gửi chữ không đúng. Hãy tắt bộ gõ tiếng Việt (UniKey, EVKey) và phím Caps Lock, chuyển bàn phím sang tiếng Anh (US) rồi quét lại; hoặc dùng máy ảnh.',
    garbledByInputMethod:
      'Máy quét gửi chữ không đúng vì bộ gõ tiếng Việt (UniKey, EVKey…) đang bật. Hãy tắt bộ gõ rồi quét lại; hoặc dùng máy ảnh.',
    garbledByLayout:
      'Máy quét gửi chữ không đúng vì bàn phím của máy tính không ở kiểu Tiếng Anh (US). Hãy chuyển bàn phím sang Tiếng Anh (US) rồi quét lại; hoặc dùng máy ảnh.',
    garbledByCapsLock:
      'Máy quét gửi chữ không đúng vì phím Caps Lock đang bật. Hãy tắt Caps Lock rồi quét lại; hoặc dùng máy ảnh.',
    cardUnsound:
      'Số trên thẻ không khớp với năm sinh hoặc giới tính cùng đọc được: máy quét có thể đã mất hoặc lặp chữ số. Hãy quét lại; nếu vẫn vậy, đối chiếu với thẻ rồi nhập số bằng tay.',
    testQr:
      'Đây là mã thử máy đọc và đã được đọc đúng. Vui lòng quét mã QR của người cần kiểm tra.',
    venueQr:
      'Đây là mã QR của địa điểm, không phải của người. Vui lòng quét mã QR tờ khai của người cần kiểm tra.',
    certificateQr:
      'Đây là chứng nhận tiêm chủng hoặc xét nghiệm, không phải tờ khai y tế. Vui lòng tra cứu bằng số giấy tờ.',
    urlQr:
      'Mã QR này dẫn đến một trang web khác và không được mở. Vui lòng quét mã QR của tờ khai.',
    nationalQr:
      'Đây là mã QR cá nhân của hệ thống quốc gia. Vui lòng tra cứu bằng số giấy tờ hoặc số điện thoại.',
  },
  result: {
    title: 'Kết quả kiểm tra',
    none: 'Không tìm thấy tờ khai y tế trong tỉnh còn lưu. Vui lòng kiểm tra lại số đã nhập; nếu đúng, đề nghị khai báo y tế.',
    noneInArea:
      'Mã QR là thật, nhưng không có tờ khai nào hiển thị được với tài khoản này. Vui lòng đối chiếu thông tin trên mã với giấy tờ.',
    newer:
      'Người này đã khai báo lại sau khi nhận mã QR này. Thông tin bên dưới là của tờ khai mới nhất.',
    found: 'Đã tìm thấy {name}.',
    choose: 'Chọn người cần kiểm tra',
    chooseCount: 'Có {count} người khai từ số điện thoại này. Chọn một người.',
    backToList: 'Quay lại danh sách',
    valid: 'Tờ khai còn hiệu lực',
    expired: 'Tờ khai đã hết hiệu lực – đề nghị khai báo lại',
    withdrawn: 'Tờ khai đã được rút – đề nghị khai báo lại',
    birthYear: 'Năm sinh',
    gender: 'Giới tính',
    nationality: 'Quốc tịch',
    declaredAt: 'Khai lúc',
    validUntil: 'Hiệu lực đến',
    address: 'Nơi ở hiện nay',
    recentPlaces: 'Nơi đã đến trong 14 ngày qua',
    nowhere: 'Không đến nơi khác',
    declarerPhone: 'Điện thoại người khai',
    noPhone: 'Không có',
    relation: 'Quan hệ với người khai',
    symptoms: 'Triệu chứng: {list}',
    noSymptoms: 'Không có triệu chứng',
    contacts: 'Tiếp xúc: {list}',
    noContacts: 'Không tiếp xúc nguồn bệnh',
    conditions: 'Bệnh nền',
    pregnant: 'Đang mang thai',
    phone: 'Điện thoại',
  },
  qr: {
    title: 'Mã QR cho biết',
    genuine: 'Mã QR là thật',
    displayName: 'Tên viết tắt',
    idEnding: 'Ba ký tự cuối của giấy tờ',
    printed: 'Mã in trên giấy: đối chiếu với giấy tờ tùy thân.',
    askOfficer: 'Người khai có dấu hiệu hoặc tiếp xúc cần hỏi thêm.',
  },
  documents: {
    cccd: 'Số CCCD',
    cmnd: 'Số CMND',
    passport: 'Số hộ chiếu',
    bhxh: 'Số BHXH',
    child: 'Trẻ em chưa có giấy tờ',
  },
  relations: { ...naming.relations, self: 'Chính người khai' },
}

export type InspectionWords = typeof vi
