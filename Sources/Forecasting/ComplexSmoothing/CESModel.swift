/// The four kinds of complex exponential smoothing.
///
/// Source: Svetunkov, Kourentzes, Ord, Complex exponential smoothing (Naval Research Logistics, 2022).
public enum CESModel: String, Sendable, CaseIterable {
  /// No season.
  case none = "N"
  /// Lagged states only.
  case simple = "S"
  /// States of the level and an additive season with a real smoothing parameter.
  case partial = "P"
  /// States of the level and a complex additive season.
  case full = "F"

  /// Values of one state row.
  var components: Int {
    switch self {
    case .none, .simple: 2
    case .partial: 3
    case .full: 4
    }
  }

  /// Smoothing parameters.
  var parameterCount: Int { components }

  /// Rows of initial states.
  func rows(_ period: Int) -> Int { self == .none ? 1 : period }
}
