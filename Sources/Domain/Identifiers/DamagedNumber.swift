/// Numbers that a spreadsheet has cut short: it keeps 15 digits of a number that is not formatted as text.
public enum DamagedNumber {
  /// `1.64853E+18`.
  public static func isScientific(_ text: some Collection<UInt8>) -> Bool {
    guard let mark = text.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }) else {
      return false
    }
    let (head, tail) = (text[..<mark], text[mark...].dropFirst())
    return !head.isEmpty && head.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
      && tail.first == UInt8(ascii: "+") && tail.count > 1 && tail.dropFirst().allSatisfy(isDigit)
  }

  /// `450602199001010000`: more than 15 digits, of which the last three are 0.
  public static func endsInZeros(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    text.count > 15 && text.allSatisfy(isDigit) && text.suffix(3).allSatisfy { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
