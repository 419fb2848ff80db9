import Domain

/// The region numbers that a region's figures are made of.
public struct RegionRange: Hashable, Sendable {
  public let code: String
  let numbers: ClosedRange<Int>

  /// - Parameter code: 6 digits; one that ends in 00 stands for all counties of its prefecture, in 0000 of its province.
  public init?(_ code: String) {
    guard code.count == 6, let number = CodeNumber.number(code) else { return nil }
    self.code = code
    let width = code.hasSuffix("0000") ? 10_000 : code.hasSuffix("00") ? 100 : 1
    numbers = number...(number + width - 1)
  }
}
