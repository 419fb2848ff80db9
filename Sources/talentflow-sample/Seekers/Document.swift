/// Who a seeker is, by the identity document and by the columns of the register.
struct Document {
  /// ID number; empty where the register has none.
  var person = ""
  /// Sex as the column has it; empty where it is left out.
  var sex = ""
  /// Birth as the column has it; empty where it is left out.
  var birthText = ""
  private let birth: SampleDay
  private let isMale: Bool
  /// The column holds the month alone.
  private var isMonth = false

  init(birth: SampleDay, isMale: Bool, home: Int, isCounty: Bool, _ random: inout SampleRandom) {
    self.birth = birth
    self.isMale = isMale
    if !isCounty, !random.chance(0.1) {
      let issuer = home % 10_000 == 0 ? home + 102 : home % 100 == 0 ? home + 2 : home
      person = PersonID.make(home: issuer, birth: birth, isMale: isMale, &random)
    }
    if !random.chance(0.03) { sex = Document.word(isMale: isMale, isCounty: isCounty) }
    guard !random.chance(0.03) else { return }
    isMonth = !isCounty && !random.chance(0.1)
    let (year, month, _) = birth.parts
    birthText = isMonth ? "\(year)-\(SampleDay.two(month))" : isCounty ? birth.slashed : birth.iso
  }

  /// 1 male, 2 female; 0 where neither column nor ID tells.
  var knownSex: Int { sex.isEmpty && person.isEmpty ? 0 : isMale ? 1 : 2 }

  /// Full years on `day`, by the column if it is filled (a month counts from its first), else by the ID; 0 unknown.
  func knownAge(on day: SampleDay) -> Int {
    if birthText.isEmpty, person.isEmpty { return 0 }
    let born = birth.parts
    let now = day.parts
    let bornDay = !birthText.isEmpty && isMonth ? 1 : born.day
    let isBefore = (now.month, now.day) < (born.month, bornDay)
    return max(now.year - born.year - (isBefore ? 1 : 0), 1)
  }

  /// The county offices write 男性 and 女性.
  static func word(isMale: Bool, isCounty: Bool) -> String { (isMale ? "男" : "女") + (isCounty ? "性" : "") }
}
