/// How an alert stands on the page of a night.
public enum AlertState: String, Sendable, CaseIterable, Codable {
  /// No page has told of it before.
  case new
  case still
  case cleared

  /// In Chinese.
  public var label: String {
    switch self {
    case .new: "新"
    case .still: "仍在"
    case .cleared: "已解除"
    }
  }
}
