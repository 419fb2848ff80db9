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
      guard PersonalNumbers.isCutOfID(groups.groups[..<count].map(\.count)) else { return nil }
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

  /// True where people cut a number of 18 so: 6-8-4, 6-4-4-4, by fours, by threes, in halves, digit by digit ….
  private static func isCutOfID(_ ends: [Int]) -> Bool {
    let cuts = ends.dropLast(ends.last == 17 || ends.last == 18 ? 1 : 0)
    return [[6, 10, 12, 14, 17], [3, 6, 10, 12, 14, 17], [4, 8, 12, 16], [3, 6, 9, 12, 15]].contains { allowed in
      cuts.allSatisfy(allowed.contains)
    } || Array(cuts) == [9] || Array(cuts) == Array(1..<cuts.count + 1)
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
    let group = groups.groups[0]
    guard group.count == 15, !around.isPiece(upTo: group.end), !isHyphenated(around),
      groups.digits[12..<15].contains(where: { $0 != 0 })
    else { return nil }
    return checked(groups.text(0..<15), start..<group.end, .oldResidentID)
  }

  private func isHyphenated(_ around: NumberSurroundings) -> Bool {
    around.previous.map { $0.separator == .hyphen } ?? false
      || groups.groups.count > 1 && groups.groups[1].before == .hyphen
  }

  // MARK: telephone numbers

  private func mobile(_ text: TextSigns.Bytes, _ start: Int, _ around: NumberSurroundings) -> PersonalDatum? {
    // A country code may be glued to it.
    let glued = groups.groups[0].count
    let code =
      glued == 13 && groups.digits.starts(with: [8, 6])
      ? 2
      : glued == 15 && groups.digits.starts(with: [0, 0, 8, 6]) ? 4 : 0
    guard groups.digits.count >= code + 11, groups.digits[code] == 1, groups.digits[code + 1] >= 3,
      let last = groups.groups.firstIndex(where: { $0.count == code + 11 })
    else { return nil }
    let lengths = groups.lengths(last + 1)
    let seams = Set(groups.groups[1...].prefix(last).compactMap(\.before))
    guard last == 0 || (code == 0 && PersonalNumbers.mobileShapes.contains(lengths) && !seams.contains(.bracket)),
      !seams.contains(.dot) || (seams.count == 1 && lengths == [3, 4, 4])
    else { return nil }
    let stop = groups.groups[last].end
    guard !around.isPiece(upTo: stop) else { return nil }
    let next = last + 1 < groups.groups.count ? groups.groups[last + 1] : nil
    guard code > 0 || PersonalNumbers.isNeighbour(around.previous, isCut: last > 0, isBefore: true),
      PersonalNumbers.isNeighbour(
        next.map { (Array(repeating: 0, count: $0.count - groups.groups[last].count), $0.before ?? .space) },
        isCut: last > 0, isBefore: false)
    else { return nil }
    return PersonalDatum(kind: .mobile, range: start..<stop, value: groups.text(code..<code + 11))
  }

  private static let mobileShapes: Set<[Int]> = [
    [3, 4, 4], [3, 8], [7, 4], [4, 4, 3], [4, 3, 4], [3, 3, 5], Array(repeating: 1, count: 11),
  ]

  /// True where the digits beside a mobile number are not a part of what it would then be a part of.
  private static func isNeighbour(
    _ group: (digits: [UInt8], separator: TextSigns.Separator)?, isCut: Bool, isBefore: Bool
  ) -> Bool {
    guard let group else { return true }
    // 86 and 0086; the digits come last first.
    if isBefore, group.digits == [6, 8] || group.digits == [6, 8, 0, 0] { return true }
    if group.separator == .bracket { return isBefore }
    // `2_13812345678`: parts of a name.
    if group.separator == .underscore, !isCut { return true }
    return group.digits.count >= 7 || (group.separator == .space && !isCut)
  }

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
