/// Finds the numbers of persons: resident numbers and telephone numbers.
///
/// A number must stand for itself. What decides is the length of its groups of digits, their check, and what stands
/// around them: a posting's number, a hash, a decimal or a time holds eleven digits in a row often enough.
struct PersonalNumbers {
  private var groups = DigitGroups()
  /// Nobody is born later.
  private let latest: Day
  /// True where the text's header names a telephone: then a landline needs no label of its own.
  var isLabelled = false

  init(latest: Day) { self.latest = latest }

  /// The number that begins at `start`, where a digit begins and none ends; and where to look on.
  mutating func find(_ text: TextSigns.Bytes, _ start: Int, _ end: Int) -> (leak: PersonalDatum?, next: Int) {
    groups.read(text, start, end)
    guard let first = groups.groups.first, groups.groups.count > 1 || first.count >= 11 else {
      return (nil, groups.firstEnd)
    }
    let around = NumberSurroundings(text, start: start, end: end)
    guard !around.isFraction,
      let leak = residentID(text, start, end, around) ?? landline(start, around) ?? mobile(text, start, around)
        ?? oldResidentID(start, around)
    else { return (nil, groups.firstEnd) }
    return (leak, leak.range.upperBound)
  }

  // MARK: resident numbers

  private func residentID(
    _ text: TextSigns.Bytes, _ start: Int, _ end: Int, _ around: NumberSurroundings
  ) -> PersonalDatum? {
    for count in 1...groups.groups.count {
      let group = groups.groups[count - 1]
      guard group.count >= 17 else { continue }
      let hasDot = groups.groups[..<count].contains { $0.before == .dot }
      guard PersonalNumbers.isCutOfID(groups.groups[..<count].map(\.count), hasDot: hasDot) else { return nil }
      var (stop, letter) = (group.end, "")
      if group.count == 17 {
        let place = DigitGroups.next(text, stop, end).map { $0.separator == .dot ? stop : $0.at } ?? stop
        let width = TextSigns.checkLetter(text, place, end)
        guard width > 0 else { continue }
        (stop, letter) = (place + width, "X")
        if around.isPiece(upTo: stop) || TextSigns.digit(text, stop, end).width > 0 { return nil }
      }
      if around.hasFraction(at: stop) { return nil }
      return checked(groups.text(0..<group.count) + letter, start..<stop, .residentID)
    }
    return nil
  }

  /// True where people cut a number of 18 so: 6-8-4, 6-4-4-4, by fours, by threes, into two or three of any length, digit
  /// by digit.
  private static func isCutOfID(_ ends: [Int], hasDot: Bool) -> Bool {
    let cuts = ends.dropLast(ends.last == 17 || ends.last == 18 ? 1 : 0)
    return [[6, 10, 12, 14, 17], [3, 6, 10, 12, 14, 17], [4, 8, 12, 16], [3, 6, 9, 12, 15]].contains { allowed in
      cuts.allSatisfy(allowed.contains)
    } || cuts.count <= 2 && !hasDot || Array(cuts) == Array(1..<cuts.count + 1)
  }

  private func checked(_ number: String, _ range: Range<Int>, _ kind: PersonalDataKind) -> PersonalDatum? {
    guard let province = Int(number.prefix(2)), PersonalNumbers.provinces.contains(province),
      let id = ResidentID(number),
      id.birth <= latest
    else { return nil }
    return PersonalDatum(kind: kind, range: range, value: number)
  }

  static let provinces: Set<Int> = Set(
    [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83].flatMap { Array($0) })

  /// Without a check character: so the form must be exact, and the person old enough to have had such a number.
  private func oldResidentID(_ start: Int, _ around: NumberSurroundings) -> PersonalDatum? {
    guard let last = groups.groups.firstIndex(where: { $0.count == 15 }),
      [[15], [6, 6, 3], [6, 2, 2, 2, 3]].contains(groups.lengths(last + 1))
    else { return nil }
    let stop = groups.groups[last].end
    let (seam, next) = (last > 0 ? groups.groups[1].before : .hyphen, last + 1)
    guard !around.isPiece(upTo: stop), around.previous?.separator != seam,
      next >= groups.groups.count || groups.groups[next].before != seam,
      groups.digits[12..<15].contains(where: { $0 != 0 })
    else { return nil }
    return checked(groups.text(0..<15), start..<stop, .oldResidentID)
  }

  // MARK: telephone numbers

  private func mobile(_ text: TextSigns.Bytes, _ start: Int, _ around: NumberSurroundings) -> PersonalDatum? {
    let code = codeDigits
    guard groups.digits.count >= code + 11, groups.digits[code] == 1, groups.digits[code + 1] >= 3,
      let last = groups.groups.firstIndex(where: { $0.count == code + 11 })
    else { return nil }
    let lengths = groups.lengths(last + 1)
    let seams = Set(groups.groups[1...].prefix(last).compactMap(\.before))
    let shape = code == 1 && last > 0 ? [lengths[0] - 1] + lengths.dropFirst() : lengths
    guard last == 0 || (code < 2 && PersonalNumbers.mobileShapes.contains(shape) && !seams.contains(.bracket)),
      !(last > 0 && shape[0] == 4 && around.touchesHexadecimal(groups.groups[last].end)),
      !seams.contains(.dot) || (seams.count == 1 && lengths == [3, 4, 4])
    else { return nil }
    let stop = groups.groups[last].end
    guard !around.isPiece(upTo: stop) else { return nil }
    let seam = last == 0 ? nil : groups.groups[1].before
    let next = last + 1 < groups.groups.count ? groups.groups[last + 1] : nil
    let behind = next.map { next in
      (digits: Array(groups.digits[groups.groups[last].count..<next.count]), separator: next.before ?? .space)
    }
    // Of a longer number in groups, or between the parts of another one, it is a piece.
    func continues(_ digits: [UInt8], _ separator: TextSigns.Separator) -> Bool {
      if separator == .bracket || digits.count >= 7 { return false }
      guard let seam else { return separator == .hyphen || separator == .dot }
      // `138-1234-5678 2026` and `138 1234 5678 5` end where the number does; digit by digit, the next one is of the same.
      return separator == seam && (digits.count > 2 || shape[0] == 1)
    }
    let isBehind = around.previous.map { continues($0.digits, $0.separator) } ?? false
    let isBefore = behind.map { continues($0.digits, $0.separator) } ?? false
    let isCode = code > 0 || around.previous.map { $0.digits == [6, 8] || $0.digits == [6, 8, 0, 0] } ?? false
    if seam == nil {
      guard isCode || !(isBehind && isBefore) else { return nil }
    } else {
      guard isCode || !isBehind || around.followsMobile, !isBefore || PersonalNumbers.beginsMobile(behind?.digits ?? [])
      else { return nil }
    }
    return PersonalDatum(kind: .mobile, range: start..<stop, value: groups.text(code..<code + 11))
  }

  /// Digits of the first group before a mobile number.
  private var codeDigits: Int {
    let glued = groups.groups[0].count
    let code = PersonalNumbers.codes.first { groups.digits.starts(with: $0.start) && $0.groups.contains(glued) }
    return code.map { $0.start.count - 1 } ?? 0
  }

  /// The 0 of long distance and the country codes, with the first digit of the number, and how long their group may be.
  private static let codes: [(start: [UInt8], groups: [Int])] = [
    ([8, 6, 1], [13]), ([0, 0, 8, 6, 1], [15]), ([0, 1], [12, 4]),
  ]

  private static let mobileShapes: Set<[Int]> = [
    [3, 4, 4], [3, 8], [7, 4], [4, 4, 3], [4, 3, 4], [3, 3, 5], Array(repeating: 1, count: 11),
  ]

  private static func beginsMobile(_ digits: [UInt8]) -> Bool { digits.count == 3 && digits[0] == 1 && digits[1] >= 3 }

  /// With an area code, in the shapes `0770-1234567`, `(0770)1234567` and `07701234567`.
  private func landline(_ start: Int, _ around: NumberSurroundings) -> PersonalDatum? {
    let digits = groups.digits
    guard digits.count >= 10, digits[0] == 0, digits[1] != 0 else { return nil }
    let area = digits[1] <= 2 ? 3 : 4
    guard let last = groups.groups.firstIndex(where: { (area + 7...area + 8).contains($0.count) }),
      last == 0 || (groups.groups[0].count == area && last <= 2), (2...8).contains(digits[area])
    else { return nil }
    let stop = groups.groups[last].end
    let next = last + 1 < groups.groups.count ? groups.groups[last + 1].before : nil
    guard !around.isPiece(upTo: stop), next != .hyphen || last > 0,
      around.previous.map({ $0.separator == .space || $0.digits == [6, 8] }) ?? true,
      isLabelled || around.followsTelephoneLabel
    else { return nil }
    return PersonalDatum(kind: .landline, range: start..<stop, value: groups.text(0..<groups.groups[last].count))
  }
}
