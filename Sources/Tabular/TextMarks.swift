internal import CRecordIndex

/// What a text holds that has to be looked at closer; found in one pass over many rows, since few hold any.
public struct TextMarks: Sendable {
  /// U+0000, which no table holds.
  public let hasNul: Bool
  /// U+FFFD, which a system writes in the place of what it could not read.
  public let hasReplacement: Bool

  /// - Parameter bytes: UTF-8; of other encodings only NUL can be told.
  public init(of bytes: UnsafeBufferPointer<UInt8>) {
    let marks = Int(text_marks(bytes.baseAddress, bytes.count, record_method_best))
    hasNul = marks & Int(text_holds_nul) != 0
    hasReplacement = marks & Int(text_holds_replacement) != 0
  }

  /// False where no 128 bytes of a UTF-8 text hold `least` digits, ASCII or full-width: most texts can be passed over by a
  /// look at this.
  public static func mayHoldDigits(_ bytes: UnsafeBufferPointer<UInt8>, least: Int) -> Bool {
    text_may_hold_digits(bytes.baseAddress, bytes.count, UInt32(least), record_method_best)
  }
}
