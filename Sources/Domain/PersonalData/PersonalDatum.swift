/// What of a person must not stand in anything that is handed on.
public enum PersonalDataKind: String, Sendable, CaseIterable {
  case residentID = "身份证号码"
  case oldResidentID = "15 位身份证号码"
  case mobile = "手机号码"
  case landline = "固定电话"
  case name = "姓名"
}

/// A personal datum found in a text.
public struct PersonalDatum: Sendable, Equatable {
  public let kind: PersonalDataKind
  /// Its bytes in the text.
  public let range: Range<Int>
  /// The number in plain digits, or the name; never to be shown.
  public let value: String

  /// What may be shown: enough to find it in the file, too little to use it.
  public var masked: String {
    switch kind {
    case .residentID, .oldResidentID: ResidentID.masked(value)
    case .mobile, .landline: value.prefix(3) + String(repeating: "*", count: 8)
    case .name: value.prefix(1) + String(repeating: "*", count: max(value.count - 1, 1))
    }
  }
}
