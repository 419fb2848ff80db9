/// Which leaves each row of a scan hits, and by whom it is contributed; some thirty bytes a row.
struct HitRecords {
  struct Record {
    let contributor: UInt64
    let row: Int32
    let total: Int32
    /// Where its mask stands.
    let mask: UInt32
    /// Where its values of sums begin.
    let sums: UInt32
    let parts: UInt16
    let place: UInt16
  }

  private(set) var records: [Record] = []
  private(set) var masks: [UInt64] = []
  private(set) var sums: [Double] = []
  let words: Int

  init(words: Int) { self.words = words }

  mutating func add(
    _ contributor: UInt64, row: Int, total: Int, place: Int, parts: UInt16, _ mask: [UInt64], _ sums: [Double]
  ) {
    records.append(
      Record(
        contributor: contributor, row: Int32(row), total: Int32(total), mask: UInt32(masks.count / max(words, 1)),
        sums: UInt32(self.sums.count), parts: parts, place: UInt16(place)))
    masks.append(contentsOf: mask)
    self.sums.append(contentsOf: sums)
  }

  /// By contributor, so that each can be told from the next.
  mutating func sort() { records.sort { $0.contributor < $1.contributor } }
}

/// A value of a leaf that does not add up.
struct TallyItem {
  /// A hash, or the bits of a number.
  var value: UInt64 = 0
  /// The weight, or whether a spell has ended.
  var extra = 1.0
  let contributor: UInt64
  let row: Int32
  let place: Int16
  let parts: UInt16

  init(contributor: UInt64, row: Int32, place: Int16, parts: UInt16) {
    self.contributor = contributor
    self.row = row
    self.place = place
    self.parts = parts
  }

  var number: Double { Double(bitPattern: value) }
}
