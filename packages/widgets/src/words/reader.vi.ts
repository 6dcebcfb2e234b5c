import { vi as shared } from './vi.js'

export const vi = {
  ...shared,
  reader: {
    codes: 'Ba mã thử',
    howTo:
      'Quét lần lượt ba mã bằng máy đọc, ngay trên màn hình hoặc trên tờ đã in. Không cần đặt con trỏ vào đâu, không cần bấm gì. Mã thử không phải của ai; nội dung quét được không rời khỏi máy này.',
    codeOf: 'Mã {number}: {name}',
    pictureOf: 'Mã QR thử số {number}: {name}',
    waiting: 'Đang chờ máy đọc quét mã {number}…',
    again: 'Bắt đầu lại',
    print: 'In tờ mã thử',
    sheetTitle: 'Mã thử máy đọc',
    sheetNote:
      'Mở trang kiểm tra máy đọc trên máy tính sẽ dùng, rồi quét từng mã. Các mã này không phải của ai và không được chấp nhận ở chốt.',
    box: 'Quét mà trang không thấy gì?',
    boxHint:
      'Đặt con trỏ vào ô này rồi quét lại. Máy đọc trong điện thoại, máy cầm tay có khi chèn cả đoạn chữ thay vì gõ phím.',
    sentTitle: 'Máy đọc đã gửi',
    todoTitle: 'Cần chỉnh',
    adviceTitle: 'Nên chỉnh',
    changesTitle: 'Ký tự đã đổi trên máy này',
    change: '“{expected}” thành “{got}”',
    changeLost: '“{expected}” bị mất',
    changeAdded: 'thừa “{got}”',
    changesMore: 'và {count} chỗ khác',
    settingsTitle: 'Cài đặt nên có của máy đọc',
  },
  codes: {
    pass: 'mã khai báo y tế',
    cccd: 'thẻ căn cước công dân',
    bhyt: 'thẻ bảo hiểm y tế',
  },
  marks: {
    waiting: 'chưa quét',
    read: 'đã đọc đúng',
    failed: 'cần chỉnh',
  },
  verdict: {
    ready: 'Máy đọc đã sẵn sàng.',
    readyWhy: 'Cả ba mã đã được đọc đúng và được nhận ra là máy đọc, không phải người gõ.',
    readCode: 'Mã {number} đã được đọc đúng.',
    left: 'Còn {count} mã. Hãy quét mã {number}.',
    failed: 'Mã {number} chưa đọc được đúng. Hãy chỉnh như dưới đây rồi quét lại mã này.',
    stranger:
      'Máy đọc gửi một mã khác, không phải mã thử. Nội dung của mã đó không được hiện và không được giữ lại. Hãy quét mã {number} trên màn hình.',
  },
  facts: {
    keys: 'Số ký tự',
    pace: 'Tốc độ',
    paceValue: '{ms} mili giây mỗi ký tự',
    before: 'Gửi trước mã',
    after: 'Gửi sau mã',
    nothing: 'không gì',
    end: 'Phím kết thúc',
    endNone: 'không có',
    layout: 'Kiểu bàn phím của máy tính',
    inputMethod: 'Bộ gõ tiếng Việt',
    capsLock: 'Caps Lock',
    digits: 'Chữ số gửi bằng',
    on: 'đang bật',
    off: 'đang tắt',
  },
  layouts: {
    us: 'Tiếng Anh (US)',
    vietnamese: 'Tiếng Việt',
    azerty: 'AZERTY (Pháp)',
    other: 'khác Tiếng Anh (US)',
  },
  inputMethods: {
    none: 'không thấy',
    composing: 'đang bật (giữ chữ lại để ghép)',
    rewriting: 'đang bật (xóa rồi gõ lại chữ)',
  },
  digitKeys: {
    row: 'hàng phím số',
    pad: 'bàn phím số',
    'unlocked-pad': 'bàn phím số, Num Lock đang tắt',
    'alt-codes': 'phím Alt và mã ký tự',
  },
  findings: {
    telex: 'Tắt bộ gõ tiếng Việt (UniKey, EVKey…): kiểu Telex đang đổi chữ của máy đọc.',
    vni: 'Tắt bộ gõ tiếng Việt (UniKey, EVKey…): kiểu VNI đang đổi chữ và số của máy đọc.',
    viqr: 'Tắt bộ gõ tiếng Việt (UniKey, EVKey…): kiểu VIQR đang đổi chữ của máy đọc.',
    inputMethod:
      'Tắt bộ gõ tiếng Việt (UniKey, EVKey, bộ gõ của Windows) khi dùng máy đọc. Mã vẫn đọc được, nhưng chữ có thể bị đổi.',
    capsLock: 'Tắt phím Caps Lock: chữ hoa và chữ thường đang bị đổi cho nhau.',
    layoutVietnamese:
      'Chuyển bàn phím của máy tính từ Tiếng Việt sang Tiếng Anh (US). Chữ số vẫn đọc được theo vị trí phím, nhưng ô nhập trên các trang khác sẽ nhận sai.',
    layoutAzerty:
      'Chuyển bàn phím của máy tính sang Tiếng Anh (US), hoặc đặt máy đọc theo kiểu bàn phím Pháp.',
    layoutOther:
      'Chuyển bàn phím của máy tính sang Tiếng Anh (US), hoặc đặt máy đọc theo đúng kiểu bàn phím đang dùng.',
    tooSlow:
      'Máy đọc gõ quá chậm hoặc không đều nên không phân biệt được với người gõ. Đặt thời gian chờ giữa các ký tự (inter-character delay) về 0.',
    slow: 'Đặt thời gian chờ giữa các ký tự (inter-character delay) về 0: một mã đang mất hơn 7 giây.',
    inserted:
      'Thiết bị chèn cả đoạn chữ thay vì gõ phím. Trong phần cài đặt máy đọc, chọn gửi bằng phím (Keystroke output, HID keyboard).',
    endMissing:
      'Đặt máy đọc gửi Enter sau mỗi mã (suffix CR): tra cứu sẽ chạy ngay, không phải chờ.',
    prefix: 'Bỏ ký tự máy đọc gửi trước mã (prefix), hoặc báo cho người quản trị trang.',
    suffix: 'Bỏ ký tự máy đọc gửi sau mã (suffix); chỉ giữ Enter.',
    symbology:
      'Máy đọc gửi kèm ký hiệu loại mã (AIM identifier). Ký hiệu này được bỏ qua, không cần chỉnh.',
    cut: 'Mã đến thiếu ký tự. Đặt máy đọc chậm lại một chút (inter-character delay 5–10 ms), cắm thẳng vào máy tính hoặc lại gần hơn nếu là Bluetooth, rồi quét lại.',
    changed:
      'Ký tự đến không đúng với mã. Quét mã “mặc định nhà sản xuất” (factory default) trong sách của máy đọc, chọn bàn phím US, rồi quét lại.',
    vietnameseLost:
      'Chữ có dấu không đi qua bàn phím được. Không sao: tra cứu chỉ dùng chữ số của thẻ.',
    altCodes:
      'Máy đọc đang gửi bằng phím Alt và mã ký tự, chậm hơn nhiều lần. Nên chọn bàn phím US thường.',
    unlockedPad: 'Bật Num Lock, hoặc đặt máy đọc gửi chữ số bằng hàng phím số.',
  },
  settings: {
    interface: 'Giao tiếp: USB (hoặc Bluetooth) HID keyboard, tức bàn phím',
    layout: 'Kiểu bàn phím: US (Tiếng Anh – Mỹ)',
    end: 'Gửi sau mã (suffix): Enter (CR)',
    prefix: 'Gửi trước mã (prefix): không',
    delay: 'Chờ giữa các ký tự (inter-character delay): 0',
    case: 'Đổi chữ hoa, chữ thường (case conversion): không',
  },
}

export type ReaderWords = typeof vi
