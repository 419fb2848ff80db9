/// How an alert stands on the page of a night.
public enum AlertState: String, Sendable, CaseIterable, Codable {
  /// No page has told of it before.
  case new
  case still
  case cleared
}
