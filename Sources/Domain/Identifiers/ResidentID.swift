/// A resident identity number (GB 11643): 17 digits and a check character modulo 11-2, or the old form of 15 digits.
public struct ResidentID: Sendable, Hashable {
  /// The form of 18 characters.
  public let number: String
  public let birth: Day
  public let isMale: Bool

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)

  /// Nil where length, digits, birth date or check character are not right.
  public init?(_ text: String) {
    var bytes = Array(text.uppercased().utf8)
    let isOldForm = bytes.count == 15
    if isOldForm { bytes = Array(bytes[..<6]) + Array("19".utf8) + Array(bytes[6...]) + [0] }
    guard bytes.count == 18 else { return nil }
    var sum = 0
    for (index, weight) in ResidentID.weights.enumerated() {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      sum += Int(bytes[index] - 0x30) * weight
    }
    let check = ResidentID.checks[sum % 11]
    guard isOldForm || bytes[17] == check else { return nil }
    bytes[17] = check
    func digits(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    guard let birth = Day(year: digits(6..<10), month: digits(10..<12), day: digits(12..<14)) else { return nil }
    number = String(decoding: bytes, as: UTF8.self)
    self.birth = birth
    isMale = (bytes[16] - 0x30) % 2 == 1
  }

  /// What may be shown of a number, right or wrong: its first four characters.
  public static func masked(_ text: String) -> String { text.prefix(4) + String(repeating: "*", count: 8) }
}
