/// The places that tables are made for.
public struct TablePlaces: Sendable, Hashable {
  /// GB/T 2260 code, `450600`.
  public let city: String
  /// Codes of its counties.
  public let counties: [String]

  public init(city: String, counties: [String]) {
    self.city = city
    self.counties = counties
  }

  /// The city first.
  public var all: [String] { [city] + counties }

  /// What `:place` is: what the codes of everything in a place begin with.
  public static func prefix(_ code: String) -> String {
    var digits = Substring(code)
    while digits.hasSuffix("00"), digits.count > 2 { digits = digits.dropLast(2) }
    return String(digits)
  }
}
