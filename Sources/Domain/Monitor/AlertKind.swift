/// What a monitor of the night run looks at; the first part of the ids of its alerts.
public enum AlertKind: String, Sendable, CaseIterable, Codable {
  case refused
  case late
  case header
  case value
  case rows
  case rejects
  case duplicates
  case titles
  case archive
  case release
  case check
  case ratio
  case gap
  case pay
  case duration
  case forecast

  /// True where it tells of the labour market; else somebody has something to do.
  public var isMarket: Bool {
    switch self {
    case .ratio, .gap, .pay, .duration, .forecast: true
    default: false
    }
  }
}
