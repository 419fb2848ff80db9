/// What of a person must not stand in anything that is handed on.
public enum LeakKind: String, Sendable, CaseIterable {
  case residentID = "身份证号码"
  case oldResidentID = "15 位身份证号码"
  case mobile = "手机号码"
  case landline = "固定电话"
  case name = "姓名"
}

/// A personal datum found in a text.
public struct Leak: Sendable, Equatable {
  public let kind: LeakKind
  /// Its bytes in the text.
  public let range: Range<Int>
  /// The number in plain digits, or the name; never to be shown.
  public let value: String

  /// What may be shown: enough to find it in the file, too little to use it.
  public var masked: String {
    let shown = kind == .name ? 1 : kind == .mobile || kind == .landline ? 3 : 4
    return value.prefix(shown) + String(repeating: "*", count: max(value.count - shown, 1))
  }
}
