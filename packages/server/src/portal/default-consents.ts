import type { ConsentText } from '@kbyt/sdk/schema'

/**
 * Law 91/2025/QH15: voluntary, told beforehand which data, what for, by whom, how long and which
 * rights; an unticked box for each purpose.
 */
export const consents: ConsentText[] = [
  {
    purpose: 'epidemic-control',
    version: '2026-01',
    isRequired: true,
    text: {
      vi:
        'Tôi đồng ý để Sở Thông tin và Truyền thông và ngành y tế tỉnh Thừa Thiên Huế xử lý họ tên, ' +
        'giấy tờ tùy thân, ngày sinh, giới tính, nơi ở, số điện thoại, tình trạng sức khỏe và nơi đã ' +
        'đến trong tờ khai này để phòng, chống dịch bệnh và kiểm tra y tế, và chỉ giữ trong thời hạn ' +
        'pháp luật về phòng, chống dịch quy định. Tôi có quyền xem, sửa, rút tờ khai, rút lại sự đồng ' +
        'ý và yêu cầu xóa dữ liệu bất cứ lúc nào. Với người được khai hộ, tôi đã được người đó hoặc ' +
        'người đại diện theo pháp luật đồng ý.',
      en:
        'I agree that the Department of Information and Communications and the health services of ' +
        'Thừa Thiên Huế process the name, identity document, birth date, gender, address, phone, ' +
        'health and places visited in this declaration, to control the epidemic and for health ' +
        'checks, and keep them only as long as the law on epidemic control says. I may see, correct ' +
        'and withdraw the declaration, withdraw this consent and ask for deletion at any time. Those ' +
        'I declare for, or their legal representatives, have agreed.',
    },
  },
  {
    purpose: 'national-systems',
    version: '2026-01',
    isRequired: false,
    text: {
      vi:
        'Tôi đồng ý chuyển tờ khai này đến hệ thống khai báo y tế quốc gia, để không phải khai lại ' +
        'trên Bluezone, NCOVI hay Vietnam Health Declaration. Không bắt buộc.',
      en:
        'I agree that this declaration is passed on to the national health declaration systems, so ' +
        'that I need not declare again on Bluezone, NCOVI or Vietnam Health Declaration. Optional.',
    },
  },
]
