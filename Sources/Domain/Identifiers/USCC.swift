/// 统一社会信用代码 (GB 32100-2015): 18 characters, the last of which checks the others modulo 31.
public enum USCC {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// Value of each ASCII character; -1 for those outside the alphabet (I, O, S, V, Z).
  private static let values: [Int] = (0..<128).map { code in alphabet.firstIndex(of: UInt8(code)) ?? -1 }
  /// 3^i mod 31.
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

  /// True where all 18 characters are of the alphabet and the check character is right.
  public static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 18 else { return false }
    var sum = 0
    for (index, weight) in weights.enumerated() {
      guard bytes[index] < 128, values[Int(bytes[index])] >= 0 else { return false }
      sum += values[Int(bytes[index])] * weight
    }
    return bytes[17] == alphabet[(31 - sum % 31) % 31]
  }
}
