import Domain

/// A field that is coded from the text of another one, where the export does not give its code.
struct TitleStep {
  /// First of the columns of the coded field.
  let slot: Int
  /// Of the text.
  let text: Int
  /// Which of the memos remembers what titles were read as.
  let memo: Int

  /// - Parameter isPossible: false where the project has no tables.
  static func all(of contract: Contract, isPossible: Bool) -> [TitleStep] {
    guard isPossible else { return [] }
    return contract.codedTexts.enumerated().map { index, coded in
      TitleStep(
        slot: contract.slot(coded.field), text: contract.textSlot(coded.text), memo: contract.fields.count + index)
    }
  }
}

/// Titles where the occupation is not given.
extension RowConformer {
  /// Codes the title of the row at hand. Titles come again and again: each worker remembers those of a file.
  ///
  /// - Parameters:
  ///   - texts: UTF-8 of the row's texts.
  ///   - ends: end of each, from the start of `texts`.
  mutating func codeTitle(
    _ step: TitleStep, _ texts: UnsafeBufferPointer<UInt8>, _ ends: UnsafeMutableBufferPointer<Int>
  ) {
    let bytes = UnsafeBufferPointer(rebasing: texts[(step.text == 0 ? 0 : ends[step.text - 1])..<ends[step.text]])
    let read: Decoded
    if let known = memos[step.memo].find(bytes) {
      read = known
    } else {
      guard let titles = plan.decoder.titles else { return }
      read = memos[step.memo].add(bytes, CodeField.decoded(titles.remembered(bytes)))
    }
    (row.integers[step.slot], row.integers[step.slot + 1]) = (read.values.0, read.values.1)
    (row.integers[step.slot + 2], row.integers[step.slot + 3]) = (read.values.2, read.values.3)
  }
}
