import Domain
import Tabular

/// Cells that are kept as text.
extension RowConformer {
  /// Digits of the shortest number of a person.
  private static let shortestNumber = 10

  /// Keeps the text of a cell; emptied where it is not as it should be.
  mutating func storeText(
    _ raw: UnsafeBufferPointer<UInt8>, _ step: FieldStep, _ batch: inout ConformedBatch
  ) {
    let start = batch.text.count
    if areCellsUTF8 {
      batch.text.append(contentsOf: raw)
    } else {
      // The record was found to be valid as a whole.
      _ = plan.cellEncoding.decode(raw, appendingTo: &batch.text)
    }
    if step.isKey, batch.text.withUnsafeBufferPointer({ isDamaged(UnsafeBufferPointer(rebasing: $0[start...]), step) })
    {
      note(.damagedKey, step.index, raw)
      batch.text.removeLast(batch.text.count - start)
      return
    }
    if batch.text.count - start >= RowConformer.shortestNumber, step.action == .text { hide(&batch.text, start, step) }
    let count = batch.text.count - start
    // A character is at most 4 bytes, so only long texts need counting.
    guard step.isChecked || count > step.limit || mayHoldReplacement || !isRight(batch.text, start, step) else {
      return
    }
    let problem = batch.text.withUnsafeBufferPointer {
      check(UnsafeBufferPointer(rebasing: $0[start...]), step.index)
    }
    if let mapped = problem.mapped {
      batch.text.removeLast(count)
      batch.text += mapped
    }
    if let rule = problem.rule {
      note(rule, step.index, raw)
      if rule != .replacement { batch.text.removeLast(batch.text.count - start) }
    }
  }

  /// True of a key that a spreadsheet cut short: several would be one.
  private func isDamaged(_ key: UnsafeBufferPointer<UInt8>, _ step: FieldStep) -> Bool {
    guard key.count > 5, key.last.map({ (0x30...0x39).contains($0) }) ?? false else { return false }
    if key.contains(UInt8(ascii: "+")), DamagedNumber.isScientific(key) { return true }
    return !plan.damagedKeys.isEmpty && key.count > 15 && DamagedNumber.endsInZeros(key)
      && plan.damagedKeys.contains(plan.fields[step.index].name)
  }

  /// Masks the numbers of persons in the text from `start` on: people write telephones into the description of a job,
  /// and these must not get into the warehouse. A key that holds one is replaced by its pseudonym.
  private mutating func hide(_ text: inout [UInt8], _ start: Int, _ step: FieldStep) {
    let found = text.withUnsafeBufferPointer { whole -> [PersonalDatum] in
      let own = UnsafeBufferPointer(rebasing: whole[start...])
      return TextMarks.mayHoldDigits(own, least: RowConformer.shortestNumber) ? leaks.leaks(in: own) : []
    }
    guard let first = found.first else { return }
    func note(_ rule: Rule, _ leak: PersonalDatum) {
      problems.append((Problem(rule, plan.fields[step.index].name), leak.masked))
    }
    guard !step.isKey else {
      // A key cannot be masked: two would become one.
      note(.personalKey, first)
      let own = String(decoding: text[start...], as: UTF8.self)
      text.replaceSubrange(start..., with: Array(plan.decoder.key(own).utf8))
      return
    }
    note(.personal, first)
    for leak in found.reversed() {
      text.replaceSubrange(
        start + leak.range.lowerBound..<start + leak.range.upperBound, with: Array(leak.masked.utf8))
    }
  }

  @inline(__always)
  private func isRight(_ text: [UInt8], _ start: Int, _ step: FieldStep) -> Bool {
    step.action != .creditCode
      || text.withUnsafeBufferPointer { USCC.isValid(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  private mutating func check(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (rule: Rule?, mapped: [UInt8]?) {
    let field = plan.fields[index]
    if field.isCanonical { return field.canonical(text, plan.decoder) }
    let found = field.check(text, mayHoldReplacement: mayHoldReplacement)
    guard found.rule == nil, let list = field.list else { return found }
    if let listed = memos[index].find(text) { return (listed.problem, found.mapped) }
    let listed = found.mapped.map { $0.withUnsafeBufferPointer { plan.listed($0, list) } } ?? plan.listed(text, list)
    _ = memos[index].add(text, listed)
    return (listed.problem, found.mapped)
  }
}
