/** Whom an object code of an insurance card stands for, in Vietnamese. */
export interface BhytObject {
  /** Who pays the premium. */
  readonly group: string
  readonly name: string
}

/**
 * The object codes of 15-character insurance numbers, for display only: newer codes exist, so one
 * that is not listed is not wrong. Source: shared/domain/bhyt.json, from a public registration form.
 */
export const bhytObjects: ReadonlyMap<string, BhytObject> = new Map(
  (
    [
      [
        'Nhóm người lao động và người sử dụng lao động đóng',
        {
          DN: 'NLĐ trong doanh nghiệp',
          HX: 'NLĐ trong HTX',
          CH: 'NLĐ trong cơ quan nhà nước',
          NN: 'NLĐ làm việc cho tổ chức nước ngoài',
          TK: 'NLĐ trong tổ chức khác',
          HC: 'Cán bộ, công chức, viên chức',
          XK: 'Người hoạt động không chuyên trách ở xã',
        },
      ],
      [
        'Nhóm cơ quan BHXH đóng',
        {
          HT: 'Hưởng lương hưu, trợ cấp MSLĐ',
          TB: 'Hưởng trợ cấp TNLĐ-BNN',
          NO: 'NLĐ nghỉ ốm dài ngày',
          CT: 'Từ 80 tuổi hưởng trợ cấp tuất',
          XB: 'Cán bộ xã nghỉ việc',
          TN: 'Hưởng trợ cấp thất nghiệp',
          CS: 'Công nhân cao su nghỉ việc',
        },
      ],
      [
        'Nhóm ngân sách nhà nước đóng',
        {
          QN: 'Quân nhân',
          CA: 'Công an',
          CY: 'Cán bộ cơ yếu',
          XN: 'Cán bộ xã nghỉ việc (NSNN)',
          MS: 'Thôi hưởng trợ cấp MSLĐ',
          CC: 'Người có công (nhóm 1)',
          CK: 'Người có công (nhóm 2)',
          CB: 'Cựu chiến binh',
          KC: 'Tham gia kháng chiến',
          HD: 'Đại biểu Quốc hội/HĐND',
          TE: 'Trẻ em dưới 6 tuổi',
          BT: 'Hưởng trợ cấp bảo trợ xã hội',
          HN: 'Hộ nghèo',
          DT: 'Dân tộc thiểu số',
          DK: 'Vùng đặc biệt khó khăn',
          XD: 'Xã đảo, huyện đảo',
          TS: 'Thân nhân liệt sĩ',
          TC: 'Thân nhân người có công',
          TQ: 'Thân nhân quân nhân',
          TV: 'Thân nhân CNVC quốc phòng',
          TA: 'Thân nhân công an',
          TY: 'Thân nhân cơ yếu',
          HG: 'Người hiến bộ phận cơ thể',
          LS: 'Lưu học sinh nước ngoài',
          PV: 'Người phục vụ người có công',
        },
      ],
      [
        'Nhóm ngân sách nhà nước hỗ trợ',
        {
          CN: 'Hộ cận nghèo',
          HS: 'Học sinh',
          SV: 'Sinh viên',
          GB: 'Hộ nông-lâm-ngư-diêm nghiệp',
        },
      ],
      [
        'Nhóm hộ gia đình',
        {
          GD: 'Hộ gia đình',
        },
      ],
    ] as const
  ).flatMap(([group, names]) =>
    Object.entries(names).map(([code, name]): [string, BhytObject] => [code, { group, name }]),
  ),
)
